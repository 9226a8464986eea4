import type { SignatureStep } from './signoff.api.js';

/** The steps as the reasons name them. */
export const stepWords: Readonly<Record<SignatureStep, { readonly zh: string; readonly en: string }>> = {
  firstReview: { zh: '初审', en: 'first review' },
  secondReview: { zh: '复审', en: 'second review' },
  finalReview: { zh: '终审', en: 'final review' },
  confirmation: { zh: '会签确认', en: 'confirmation' },
  confidentialityReview: { zh: '保密审查', en: 'confidentiality review' },
  contentApproval: { zh: '审定', en: 'content approval' },
  superiorApproval: { zh: '上级审定', en: 'approval of the superior' },
  laterReview: { zh: '事后全面审查', en: 'full review after the release' },
};
