type Names = Record<string, string>;

const zh = {
  title: '运行状况',
  at: (time: string) => `台账现状，${time}`,
  due: '到时待发',
  oldest: '最早一条已等',
  running: '正在发送',
  waiting: '等待或稍后再试',
  doubtful: '结果待核实',
  persons: '等人工判断',
  rejected: '被拒绝',
  age: (seconds: number) =>
    seconds < 60
      ? `${seconds} 秒`
      : seconds < 3600
        ? `${Math.floor(seconds / 60)} 分`
        : `${Math.floor(seconds / 3600)} 小时`,
  accounts: '渠道账号',
  noQuota: '平台未限次数',
  counted: { calls: '接口调用', posts: '发布', messages: '邮件' } as Names,
  per: { second: '本秒', minute: '本分钟', hour: '本小时', day: '今日', month: '本月' },
  quota: (name: string, per: string, left: number, limit: number) => `${per}${name}还剩 ${left} / ${limit}`,
  breakers: { closed: '正常', open: '暂歇', stopped: '停用' },
  nothingOpen: '没有待处理的',
  open: (rejected: number, persons: number) => `被拒绝 ${rejected} 条，等人工 ${persons} 条`,
  outcomes: '最近一小时的发送与核实',
  noOutcomes: '最近一小时没有发送。',
  channel: '渠道',
  action: '动作',
  outcome: '结果',
  tries: '次数',
  actions: { send: '发送', probe: '核实' } as Names,
  kinds: {
    delivered: '送达',
    accepted: '平台已收下',
    rejected: '被拒绝',
    deferred: '稍后再试',
    unknown: '结果不明',
    present: '平台上有',
    absent: '平台上没有',
    stillPending: '尚无定论',
    unreadable: '无法核实',
  } as Names,
  classes: {
    transient: '一时故障',
    rate: '过于频繁',
    quota: '额度用完',
    token: '令牌',
    content: '内容',
    credential: '凭据',
    operator: '须运维',
  } as Names,
};

const en: typeof zh = {
  title: 'Operations',
  at: (time) => `The ledger as of ${time}`,
  due: 'Due now',
  oldest: 'Oldest due waits',
  running: 'Being sent',
  waiting: 'Waiting or later',
  doubtful: 'Being checked',
  persons: 'For a person',
  rejected: 'Refused',
  age: (seconds) =>
    seconds < 60
      ? `${seconds} s`
      : seconds < 3600
        ? `${Math.floor(seconds / 60)} min`
        : `${Math.floor(seconds / 3600)} h`,
  accounts: 'Channel accounts',
  noQuota: 'No limit by the platform',
  counted: { calls: 'calls', posts: 'posts', messages: 'messages' },
  per: {
    second: 'this second',
    minute: 'this minute',
    hour: 'this hour',
    day: 'today',
    month: 'this month',
  },
  quota: (name, per, left, limit) => `${left} of ${limit} ${name} left ${per}`,
  breakers: { closed: 'working', open: 'resting', stopped: 'stopped' },
  nothingOpen: 'nothing open',
  open: (rejected, persons) => `${rejected} refused, ${persons} for a person`,
  outcomes: 'Tries of the last hour',
  noOutcomes: 'Nothing was sent in the last hour.',
  channel: 'Channel',
  action: 'Action',
  outcome: 'Outcome',
  tries: 'Tries',
  actions: { send: 'send', probe: 'check' },
  kinds: {
    delivered: 'delivered',
    accepted: 'taken by the platform',
    rejected: 'refused',
    deferred: 'later',
    unknown: 'not known',
    present: 'on the platform',
    absent: 'not on the platform',
    stillPending: 'not decided',
    unreadable: 'cannot be told',
  },
  classes: {
    transient: 'transient',
    rate: 'rate',
    quota: 'quota',
    token: 'token',
    content: 'content',
    credential: 'credential',
    operator: 'operator',
  },
};

export const words = { zh, en };
