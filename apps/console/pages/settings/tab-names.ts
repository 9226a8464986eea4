const zh = {
  organs: '机关与职责',
  persons: '人员与角色',
  roster: '发言人名单',
  terms: '授权与代理',
  people: '专家与培训',
  other: '新闻中心、备案与其他',
  channels: '渠道账号',
  chats: '群消息',
  keys: '接口密钥',
  events: '事件订阅',
  sources: '外部网站',
  rules: '规则与年历',
  audit: '审计',
};

const en: typeof zh = {
  organs: 'Organs and remits',
  persons: 'People and roles',
  roster: 'Roster',
  terms: 'Authorisations',
  people: 'Experts and training',
  other: 'Press centre, filings, other',
  channels: 'Channel accounts',
  chats: 'Group chats',
  keys: 'API keys',
  events: 'Events',
  sources: 'Outside sites',
  rules: 'Rules and calendar',
  audit: 'Audit',
};

/** The tabs of the settings by name, in their order. */
export const tabNames = { zh, en };
