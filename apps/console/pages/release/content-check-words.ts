const zh = {
  title: '要素与涉及机关',
  elementStates: { found: '已载明', ticked: '起草人注明', missing: '未载明' },
  concerned: '涉及的其他机关（第十四条）',
  concernStates: { joint: '联合发布', dismissed: '不需要会签', open: '待处理' },
  why: {
    name: (words: string) => `正文提到“${words}”。`,
    remit: (words: string) => `标题涉及“${words}”，属其职责。`,
  },
  dismiss: '不需要会签',
  dismissLead: '请写明该机关不需要会签的理由，审批领导会看到。需要会签的，请在修改稿件时加为联合发布机关。',
  disclosures: { proactive: '主动公开', onRequest: '依申请公开', none: '不予公开' },
  lapsed: '此后涉及该机关的文字有改动，须重新说明或会签',
  legalBasis: '依据：',
  notOnIncident: '不属于处置中突发事件的说明：',
  urgency: '先发布、后补办审查的理由：',
  triggers: {
    vitalInterests: '涉及切身利益',
    publicAttention: '舆论关注',
    needsExplanation: '需要解释说明',
    superiorDesignated: '上级指定',
    otherLegal: '其他依法发布',
  },
};

const en: typeof zh = {
  title: 'Elements and organs concerned',
  elementStates: { found: 'Stated', ticked: 'Ticked by the drafter', missing: 'Not stated' },
  concerned: 'Other organs concerned (Art.14)',
  concernStates: { joint: 'Co-organ', dismissed: 'Need not confirm', open: 'Open' },
  why: {
    name: (words: string) => `The text names "${words}".`,
    remit: (words: string) => `The title is on "${words}", which is its remit.`,
  },
  dismiss: 'Need not confirm',
  dismissLead:
    'Please say why this organ need not confirm; the approver sees it. If it must, add it to the co-organs in the editor.',
  disclosures: { proactive: 'Public', onRequest: 'On request', none: 'Not public' },
  lapsed: 'what touches this organ has changed since: say it again, or let it confirm',
  legalBasis: 'Basis: ',
  notOnIncident: 'Not on an open incident, because: ',
  urgency: 'Why the full review waits: ',
  triggers: {
    vitalInterests: 'vital interests',
    publicAttention: 'public attention',
    needsExplanation: 'needs explanation',
    superiorDesignated: 'designated by a superior',
    otherLegal: 'otherwise by law',
  },
};

export const contentCheckWords = { zh, en };
