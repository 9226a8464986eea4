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
  scrutiny: 'Media scrutiny',
  scrutinyNames: { response: 'Response', result: 'Result' },
  answers: 'The response that it follows (id)',
  elements: 'Elements: the sentence that carries each',
  elementHelp: 'It was not read in the text; if the text says it, copy the sentence here.',
};

export const declarationWords = { zh, en };
