import type { ReleasePage } from '../api/contract.js';

type Step = ReleasePage['chain']['steps'][number]['step'];

const zh: Record<Step, string> = {
  firstReview: '初审',
  secondReview: '复审',
  finalReview: '终审',
  confirmation: '会签',
  confidentialityReview: '保密审查',
  contentApproval: '审批',
  superiorApproval: '上级审定',
  laterReview: '事后全面审查',
};

const en: typeof zh = {
  firstReview: 'First review',
  secondReview: 'Second review',
  finalReview: 'Final review',
  confirmation: 'Countersign',
  confidentialityReview: 'Confidentiality review',
  contentApproval: 'Approval',
  superiorApproval: 'Superior’s approval',
  laterReview: 'Full review afterwards',
};

/** The steps of a release's chain. */
export const stepWords = { zh, en };
