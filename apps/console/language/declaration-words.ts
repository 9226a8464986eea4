const zh = {
  triggers: '应当发布的情形（第十二条）',
  triggerNames: {
    vitalInterests: '涉及切身利益，须听取意见或通报',
    publicAttention: '舆论已经或可能广泛关注',
    needsExplanation: '公报、公告之外需要解释说明',
    superiorDesignated: '上级指定发布',
    otherLegal: '其他依法应当发布',
  },
  disclosure: '公开属性',
  disclosureNames: { proactive: '主动公开', onRequest: '依申请公开', none: '不予公开' },
  disclosureReason: '不主动公开的理由',
  legalBasis: '依据（法律法规或文件）',
  formedOn: '信息形成或变更的日期',
  formedOnHelp: '填写的，自该日起二十个工作日内公开（信息公开条例第二十六条）。',
  notOnIncident: '不属于处置中突发事件的说明',
  notOnIncidentHelp: '像是某起处置中的事件、其实是另一件事时填写；若就是该事件，请选择所属事项。',
  urgency: '为何紧急（先发布、后补办全面审查的理由）',
  urgencyHelp: '随稿审定，发布后补办审查时再次出示。',
  scrutiny: '舆论监督',
  scrutinyNames: { response: '回应', result: '处理结果' },
  answers: '所对应的回应（发布稿编号）',
  elements: '要素：请注明载明它的原句',
  elementHelp: '系统没有读出这一项；正文已经写明的，把原句抄在这里。',
};

const en: typeof zh = {
  triggers: 'Duty to release (Art.12)',
  triggerNames: {
    vitalInterests: 'Touches vital interests',
    publicAttention: 'Has or may have wide attention',
    needsExplanation: 'Needs explanation beyond a gazette',
    superiorDesignated: 'Designated by a superior',
    otherLegal: 'Otherwise by law',
  },
  disclosure: 'Disclosure',
  disclosureNames: { proactive: 'Public', onRequest: 'On request', none: 'Not public' },
  disclosureReason: 'Why it is not public',
  legalBasis: 'Legal basis',
  formedOn: 'Formed or changed on',
  formedOnHelp: 'If given, it is to be public within twenty working days of that day.',
  notOnIncident: 'Not on an open incident, because',
  notOnIncidentHelp:
    'Only if it reads like an open incident but is another; if it is that one, choose its matter.',
  urgency: 'Why it is urgent (it goes out before its full review)',
  urgencyHelp: 'Approved with the text, and shown again at the later review.',
  scrutiny: 'Media scrutiny',
  scrutinyNames: { response: 'Response', result: 'Result' },
  answers: 'The response that it follows (id)',
  elements: 'Elements: the sentence that carries each',
  elementHelp: 'It was not read in the text; if the text says it, copy the sentence here.',
};

export const declarationWords = { zh, en };
