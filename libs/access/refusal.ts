import { counted, type Reason } from '@koujing/kernel';
import type { Role } from './access.api.js';

/** How a person is told of each role. */
export const roleNames: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  drafter: { zh: '起草员', en: 'drafter' },
  coSigner: { zh: '会签人', en: 'co-signer' },
  reviewer: { zh: '审核员', en: 'reviewer' },
  confidentialityReviewer: { zh: '保密审查员', en: 'confidentiality reviewer' },
  approver: { zh: '审批领导', en: 'approver' },
  principalLeader: { zh: '主要领导', en: 'main leader' },
  spokesperson: { zh: '发言人', en: 'spokesperson' },
  coordinator: { zh: '统筹员', en: 'coordinator' },
  administrator: { zh: '管理员', en: 'administrator' },
  auditor: { zh: '审计员', en: 'auditor' },
};

/** Every refusal of this lib, in one table. */
export const accessRefusal = {
  lacksRole: (role: Role): Reason => ({
    code: 'lacksRole',
    message: `您在该机关没有“${roleNames[role].zh}”角色，可请管理员授予。`,
    messageEn: `You do not hold the role "${roleNames[role].en}" in this organ; an administrator can grant it.`,
  }),
  signInFailed: {
    code: 'signInFailed',
    message: '用户名或密码不正确。',
    messageEn: 'The user name or the password is wrong.',
  },
  signInBlocked: (seconds: number): Reason => ({
    code: 'signInBlocked',
    message: `尝试次数过多，请在 ${seconds} 秒后再试。`,
    messageEn: `Too many attempts; try again in ${counted(seconds, 'second')}.`,
  }),
  wrongPassword: {
    code: 'wrongPassword',
    message: '密码不正确。',
    messageEn: 'The password is wrong.',
    field: 'password',
  },
  stepUpRequired: (minutes: number): Reason => ({
    code: 'stepUpRequired',
    message: `此项操作需要在 ${minutes} 分钟内再次输入密码，请确认是本人操作。`,
    messageEn: `This needs your password again, entered within the last ${counted(minutes, 'minute')}.`,
    allowed: 'POST /api/session/step-up',
  }),
  noSession: {
    code: 'noSession',
    message: '尚未登录，或登录已过期，请重新登录。',
    messageEn: 'You are not signed in, or your session has ended; sign in again.',
  },
  csrfMissing: {
    code: 'csrfMissing',
    message: '请求缺少有效的防伪标记，请刷新页面后重试。',
    messageEn: 'The request lacks a valid CSRF token; reload the page and try again.',
    field: 'x-koujing-csrf',
  },
} as const;
