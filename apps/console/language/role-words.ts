import type { Role } from '../api/contract.js';

const zh: Record<Role, string> = {
  drafter: '起草员',
  coSigner: '会签人',
  reviewer: '审核员',
  confidentialityReviewer: '保密审查员',
  approver: '审批领导',
  principalLeader: '主要领导',
  spokesperson: '发言人',
  coordinator: '统筹员',
  administrator: '管理员',
  auditor: '审计员',
};

const en: typeof zh = {
  drafter: 'Drafter',
  coSigner: 'Co-signer',
  reviewer: 'Reviewer',
  confidentialityReviewer: 'Confidentiality reviewer',
  approver: 'Approver',
  principalLeader: 'Main leader',
  spokesperson: 'Spokesperson',
  coordinator: 'Coordinator',
  administrator: 'Administrator',
  auditor: 'Auditor',
};

export const roleWords = { zh, en };
