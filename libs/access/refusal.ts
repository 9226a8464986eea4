import { counted, type Reason } from '@koujing/kernel';
import type { Role } from './access.api.js';
import type { Scope } from './keys/key.api.js';
import { organAccountRefusal } from './organ-account/organ-account-refusal.js';

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

const askers = {
  session: { zh: '这一次登录', en: 'This session' },
  key: { zh: '这把接口密钥', en: 'This API key' },
  address: { zh: '来自您这个网络地址、没有登录', en: 'Your network address, without a session,' },
} as const;

/** Every refusal of this lib, in one table. */
export const accessRefusal = {
  ...organAccountRefusal,
  lacksRole: (role: Role): Reason => ({
    code: 'lacksRole',
    message: `您在该机关没有“${roleNames[role].zh}”角色，可请管理员授予。`,
    messageEn: `You do not hold the role "${roleNames[role].en}" in this organ; an administrator can grant it.`,
  }),
  recordOfOffice: {
    code: 'recordOfOffice',
    message: '审计链贯穿全市各机关，由新闻办的审计员或管理员校验。',
    messageEn:
      "The chain runs through every organ's acts; the office's auditor or administrator verifies it.",
  },
  signInFailed: {
    code: 'signInFailed',
    message: '用户名或密码不正确。',
    messageEn: 'The user name or the password is wrong.',
  },
  jsonOnly: {
    code: 'jsonOnly',
    message: '登录请求须是 JSON。',
    messageEn: 'A sign-in is sent as JSON.',
    allowed: 'application/json',
  },
  signInBlocked: (seconds: number): Reason => ({
    code: 'signInBlocked',
    message: `尝试次数过多，请在 ${seconds} 秒后再试。`,
    messageEn: `Too many attempts; try again in ${counted(seconds, 'second')}.`,
  }),
  tooManyRequests: (
    by: 'session' | 'key' | 'address',
    { perMinute, seconds }: { readonly perMinute: number; readonly seconds: number },
  ): Reason => ({
    code: 'tooManyRequests',
    message: `${askers[by].zh}的请求超过了每分钟 ${perMinute} 次的上限，这一次没有开始办，什么都没有改变；请在 ${seconds} 秒后再试，您写的内容还在页面上。`,
    messageEn: `${askers[by].en} asked more than ${perMinute} times within a minute: this was not begun and nothing has changed. Try again in ${counted(seconds, 'second')}; what you wrote is still on the page.`,
    allowed: `≤ ${perMinute} / min`,
  }),
  tooManyCostly: (seconds: number): Reason => ({
    code: 'tooManyCostly',
    message: `您已有几件费时的事（导出、导入、批量办理或校验）正在办，这一次没有开始；请等其中一件做完，约 ${seconds} 秒后再试。`,
    messageEn: `Several things of yours that take long (exports, imports, acts on many, verifying) are being done, and this one was not begun: wait for one of them, and try again in about ${counted(seconds, 'second')}.`,
  }),
  wrongPassword: {
    code: 'wrongPassword',
    message: '密码不正确。',
    messageEn: 'The password is wrong.',
    field: 'password',
  },
  codeNeeded: {
    code: 'codeNeeded',
    message: '请输入身份验证器上的 6 位验证码，或一枚恢复码。',
    messageEn: 'Enter the six digits that your authenticator shows, or one of your recovery codes.',
    field: 'code',
  },
  wrongCode: {
    code: 'wrongCode',
    message: '验证码不正确或已经用过，请输入身份验证器上新的一组数字，或另一枚恢复码。',
    messageEn:
      'The code is wrong or was used already; enter the next one that is shown, or another recovery code.',
    field: 'code',
  },
  factorMustBeSetUp: {
    code: 'factorMustBeSetUp',
    message: '您的角色要求两步验证，请先设置身份验证器。',
    messageEn: 'Your role asks for a second factor; set up an authenticator before anything else.',
    allowed: 'POST /api/session/second-factor',
  },
  factorActive: {
    code: 'factorActive',
    message: '两步验证已经启用；换手机请先停用，再重新设置。',
    messageEn: 'The second factor is set up already; for another phone, remove it first and set it up anew.',
  },
  factorNotBegun: {
    code: 'factorNotBegun',
    message: '两步验证还没有设置，请先取得密钥。',
    messageEn: 'The second factor is not set up; begin by getting a key.',
  },
  sessionNotFound: {
    code: 'sessionNotFound',
    message: '这处登录已经退出，请刷新。',
    messageEn: 'This session has ended already; reload the page.',
  },
  breakGlassReason: {
    code: 'breakGlassReason',
    message: '这是应急账号：请写明理由。登录后所有管理员和统筹员立即收到警报，密码随即作废。',
    messageEn:
      'This is the emergency account: say why. All administrators and coordinators are told at once, and the password ends with this sign-in.',
    field: 'reason',
  },
  stepUpRequired: (minutes: number): Reason => ({
    code: 'stepUpRequired',
    message: `此项操作需要在 ${minutes} 分钟内再次输入密码（启用两步验证的，输入验证码），请确认是本人操作。`,
    messageEn: `This needs your password (or your authenticator's code) again, entered within the last ${counted(minutes, 'minute')}.`,
    allowed: 'POST /api/session/step-up',
  }),
  passwordMustChange: {
    code: 'passwordMustChange',
    message: '这是管理员给的初始密码，请先改成自己的密码。',
    messageEn:
      'This is the first password that an administrator gave you; choose your own before anything else.',
    allowed: 'POST /api/session/password',
  },
  firstPasswordOver: {
    code: 'firstPasswordOver',
    message: '初始密码已过期，请管理员重设。',
    messageEn: 'The first password has expired; ask an administrator for a new one.',
  },
  plainPassword: {
    code: 'plainPassword',
    message:
      '新密码太容易被猜到：请不要用常见的词、连续的键、年份或反复的字符；三四个互不相干的词连起来就很好。',
    messageEn:
      'The new password is guessed too easily: no common words, runs of keys, years or repetitions; three or four unrelated words in a row will do.',
    field: 'newPassword',
  },
  passwordHasName: {
    code: 'passwordHasName',
    message: '新密码不能包含用户名。',
    messageEn: 'The new password must not contain the user name.',
    field: 'newPassword',
  },
  samePassword: {
    code: 'samePassword',
    message: '新密码与现在的密码相同，请换一个。',
    messageEn: 'The new password is the present one; choose another.',
    field: 'newPassword',
  },
  hasNoFactor: {
    code: 'hasNoFactor',
    message: '此人没有启用两步验证。',
    messageEn: 'This person has set up no second factor.',
  },
  changeWaits: {
    code: 'changeWaits',
    message: '此人已有一项变更等待另一位管理员确认，请先确认或撤销那一项。',
    messageEn:
      'A change for this person waits for another administrator already; let it be confirmed or declined first.',
    field: 'grants',
  },
  changeNotFound: {
    code: 'changeNotFound',
    message: '没有这项待确认的变更，可能已经办理，请刷新。',
    messageEn: 'No such change waits; it may have been decided. Reload the page.',
  },
  ownProposal: {
    code: 'ownProposal',
    message: '这是您自己提出的，须由另一位管理员确认。',
    messageEn: 'You proposed this yourself; another administrator confirms it.',
  },
  changeOver: {
    code: 'changeOver',
    message: '提出已超过十四天，请撤销后重新提出。',
    messageEn: 'This was proposed more than fourteen days ago; decline it and propose it anew.',
  },
  personNotFound: {
    code: 'personNotFound',
    message: '没有这个人员，请刷新后重选。',
    messageEn: 'There is no such person; reload and choose again.',
  },
  usernameTaken: (username: string): Reason => ({
    code: 'usernameTaken',
    message: `用户名“${username}”已有人使用，请换一个。`,
    messageEn: `The user name "${username}" is taken; choose another.`,
    field: 'username',
  }),
  unknownOrgan: (id: string): Reason => ({
    code: 'unknownOrgan',
    message: `没有登记的机关：${id}。`,
    messageEn: `No such organ is registered: ${id}.`,
    field: 'grants',
  }),
  ownRoles: {
    code: 'ownRoles',
    message: '不能更改自己的角色，请另一位管理员办理。',
    messageEn: 'Nobody changes their own roles; another administrator does.',
    field: 'grants',
  },
  notYourself: {
    code: 'notYourself',
    message: '不能对自己办理此项，请另一位管理员办理；更改自己的密码在右上角的菜单里。',
    messageEn:
      'Nobody does this to themselves; another administrator does. Your own password is in the menu at the top.',
  },
  servesElsewhere: {
    code: 'servesElsewhere',
    message: '此人也在别的机关任职（或没有角色），由新闻办的管理员办理。',
    messageEn:
      "This person serves in other organs too, or in none; the office's administrator keeps the entry.",
  },
  roleOfOffice: (role: Role): Reason => ({
    code: 'roleOfOffice',
    message: `“${roleNames[role].zh}”由新闻办的管理员授予。`,
    messageEn: `The role "${roleNames[role].en}" is granted by the office's administrator.`,
    field: 'grants',
  }),
  leaderTaken: (organ: string, leader: string): Reason => ({
    code: 'leaderTaken',
    message: `${organ}的主要领导是${leader}；一个机关只有一位主要领导（第五条第六项），请先调整。`,
    messageEn: `${leader} is the main leader of ${organ}; an organ has one (Art.5(6)). Change that first.`,
    field: 'grants',
  }),
  isRetired: {
    code: 'isRetired',
    message: '此人已停用，请先恢复。',
    messageEn: 'This person is retired; restore the entry first.',
  },
  isNotRetired: {
    code: 'isNotRetired',
    message: '此人没有停用。',
    messageEn: 'This person is not retired.',
  },
  stalePerson: (revision: number): Reason => ({
    code: 'stale',
    message: `此人的登记已改到第 ${revision} 版，请刷新后再操作。`,
    messageEn: `The entry is now at revision ${revision}; reload and try again.`,
    field: 'expectedRevision',
  }),
  noSession: {
    code: 'noSession',
    message: '尚未登录，或登录已过期，请重新登录。',
    messageEn: 'You are not signed in, or your session has ended; sign in again.',
  },
  noKey: {
    code: 'noKey',
    message: '接口密钥无效、已到期或已停用，请向管理员领取新的密钥。',
    messageEn: 'The API key is unknown, has expired or was revoked; ask an administrator for a new one.',
    field: 'authorization',
  },
  notByKey: {
    code: 'notByKey',
    message: '此项须由本人登录后办理，不能用接口密钥。',
    messageEn: 'A person does this, signed in; an API key cannot.',
    field: 'authorization',
  },
  lacksScope: (scope: Scope): Reason => ({
    code: 'lacksScope',
    message: `这枚接口密钥没有“${scope}”权限，请管理员另发。`,
    messageEn: `This API key was not given the scope "${scope}"; ask an administrator for one that has it.`,
    field: 'authorization',
    allowed: scope,
  }),
  keyNotFound: {
    code: 'keyNotFound',
    message: '没有这枚接口密钥，请刷新后重选。',
    messageEn: 'There is no such API key; reload and choose again.',
  },
  keyRevoked: {
    code: 'keyRevoked',
    message: '这枚接口密钥已经停用。',
    messageEn: 'This API key has been revoked already.',
  },
  badRequestKey: {
    code: 'badRequestKey',
    message: 'Idempotency-Key 须为 8–128 个可见的英文字符，每次新的写入换一个。',
    messageEn: 'Idempotency-Key takes 8 to 128 visible ASCII characters, a new one for each new write.',
    field: 'idempotency-key',
    allowed: '[\\x21-\\x7e]{8,128}',
  },
  requestKeyReused: {
    code: 'requestKeyReused',
    message: '这个 Idempotency-Key 已经用于另一个内容不同的请求，请换一个。',
    messageEn: 'This Idempotency-Key was used for another request with other content; take a new one.',
    field: 'idempotency-key',
  },
  requestUnanswered: {
    code: 'requestUnanswered',
    message: '同一个请求正在执行，或已经执行而答复没有保存。没有再次执行；请先查询结果。',
    messageEn:
      'The same request is under way, or was done and its answer was lost. It was not done again; look at the result first.',
    field: 'idempotency-key',
  },
  csrfMissing: {
    code: 'csrfMissing',
    message: '请求缺少有效的防伪标记，请刷新页面后重试。',
    messageEn: 'The request lacks a valid CSRF token; reload the page and try again.',
    field: 'x-koujing-csrf',
  },
} as const;
