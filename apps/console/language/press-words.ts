/** Words that several pages of the press desk share. */
const zh = {
  states: {
    received: '待答复',
    accepted: '已受理',
    arranged: '已安排',
    held: '已采访',
    refused: '已婉拒',
    closed: '已办结',
  },
  vias: { phone: '电话', email: '电子邮件', fax: '传真', letter: '来函', inPerson: '当面' },
  forms: { exclusive: '专访', group: '集体采访', telephone: '电话采访', written: '书面答复' },
  answerForms: { telephone: '电话', fax: '传真', email: '电子邮件' },
  standings: { valid: '证件有效', ending: '证件将到期', expired: '证件已过期', missing: '未核验' },
  until: (day: string) => `至 ${day}`,
  official: '官方渠道已确认',
  ledBy: (name: string) => `由${name}带领`,
  organ: '机关',
  outlet: '媒体',
  reporter: '记者',
  matter: '相关事项',
  none: '不指明',
  save: '保存',
  cancel: '取消',
  notNow: '现在不能：',
};

const en: typeof zh = {
  states: {
    received: 'Waiting',
    accepted: 'Accepted',
    arranged: 'Arranged',
    held: 'Held',
    refused: 'Refused',
    closed: 'Closed',
  },
  vias: { phone: 'Telephone', email: 'E-mail', fax: 'Fax', letter: 'Letter', inPerson: 'In person' },
  forms: { exclusive: 'Exclusive', group: 'Group', telephone: 'By telephone', written: 'In writing' },
  answerForms: { telephone: 'Telephone', fax: 'Fax', email: 'E-mail' },
  standings: { valid: 'Valid', ending: 'Ending soon', expired: 'Expired', missing: 'Not checked' },
  until: (day: string) => `until ${day}`,
  official: 'officially confirmed',
  ledBy: (name: string) => `led by ${name}`,
  organ: 'Organ',
  outlet: 'Outlet',
  reporter: 'Reporter',
  matter: 'Matter',
  none: 'none named',
  save: 'Save',
  cancel: 'Cancel',
  notNow: 'Not now: ',
};

export const pressWords = { zh, en };
