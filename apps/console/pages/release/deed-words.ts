interface DeedWords {
  readonly [action: string]: string;
}

/** Actions of the audit trail as a clerk would say them. */
const zh: DeedWords = {
  'release.create': '起草了此稿',
  'release.import': '导入了此稿',
  'release.revise': '修改了此稿',
  'release.submit': '提交送审',
  'release.withdraw': '撤下了此稿',
  'release.approve': '审批同意',
  'release.publish': '发布',
  'release.openCorrection': '开始更正',
  'release.abandonCorrection': '放弃更正',
  'release.correct': '发布更正',
  'release.withdrawPublished': '撤回已发布内容',
  'amendment.review': '审核了紧急撤回',
  'release.heldByGate': '发布时被冲突检测拦下',
  'release.held': '到时未能发布，已暂停',
  'release.schedule': '定时发布',
  'release.cancelSchedule': '取消定时发布',
  'signature.confirmation.agree': '会签同意',
  'signature.confirmation.return': '会签退回',
  'signature.confidentialityReview.agree': '保密审查通过',
  'signature.confidentialityReview.return': '保密审查退回',
  'signature.contentApproval.agree': '审批同意',
  'signature.contentApproval.return': '审批退回',
  'signature.void': '签署因内容改动失效',
};

const en: DeedWords = {
  'release.create': 'drafted the release',
  'release.import': 'imported the release',
  'release.revise': 'edited the release',
  'release.submit': 'submitted it for review',
  'release.withdraw': 'took it down',
  'release.approve': 'approved',
  'release.publish': 'released',
  'release.openCorrection': 'began a correction',
  'release.abandonCorrection': 'abandoned the correction',
  'release.correct': 'released the correction',
  'release.withdrawPublished': 'withdrew what was out',
  'amendment.review': 'reviewed the emergency withdrawal',
  'release.heldByGate': 'held by the conflict check',
  'release.held': 'held at its hour',
  'release.schedule': 'scheduled',
  'release.cancelSchedule': 'cancelled the schedule',
  'signature.confirmation.agree': 'countersigned',
  'signature.confirmation.return': 'returned (countersigning)',
  'signature.confidentialityReview.agree': 'passed the confidentiality review',
  'signature.confidentialityReview.return': 'returned (confidentiality review)',
  'signature.contentApproval.agree': 'approved',
  'signature.contentApproval.return': 'returned (approval)',
  'signature.void': 'signature void after an edit',
};

export const deedWords = { zh, en };
