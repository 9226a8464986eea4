import { counted, type Reason, say } from '@koujing/kernel';

/** Every refusal of this lib, in one table. */
export const authorisationRefusal = {
  notFound: say(
    'authorisationNotFound',
    '没有这项授权，或您无权查看。',
    'There is no such authorisation, or you may not see it.',
  ),
  delegationNotFound: say(
    'delegationNotFound',
    '没有这项代理，或您无权查看。',
    'There is no such delegation, or you may not see it.',
  ),
  unknownOrgan: (id: string): Reason =>
    say('unknownOrgan', `没有登记的机关：${id}。`, `No such organ is registered: ${id}.`, {
      field: 'organId',
    }),
  grantorIsNoLeader: say(
    'grantorIsNoLeader',
    '授权人须是该机关的主要领导（第五条第六项）。',
    'Only the main leader of the organ can authorise (Art.5(6)).',
    { field: 'grantorId', allowed: '该机关主要领导的编号 (the id of the main leader)' },
  ),
  notOfOrgan: (field: 'granteeId' | 'toPersonId'): Reason =>
    say(
      'notOfOrgan',
      '此人不在该机关任职，或账号已停用。',
      'This person serves in no role of the organ, or the account is disabled.',
      { field, allowed: '该机关的人员 (a person of the organ)' },
    ),
  isLeader: say(
    'granteeIsLeader',
    '主要领导本人即可审定，无需授权。',
    'The main leader approves by office and needs no authorisation.',
    { field: 'granteeId' },
  ),
  toOneself: say('toOneself', '不能委托给自己。', 'Nobody delegates to himself.', { field: 'toPersonId' }),
  endsBeforeStart: say('endsBeforeStart', '结束时间须晚于开始时间。', 'The end must lie after the start.', {
    field: 'to',
    allowed: '晚于 from (after `from`)',
  }),
  endsInPast: say('endsInPast', '结束时间已过。', 'The end has passed already.', {
    field: 'to',
    allowed: '晚于现在 (after now)',
  }),
  tooLong: (days: number): Reason =>
    say('termTooLong', `期限不得超过 ${days} 天。`, `The term may not exceed ${counted(days, 'day')}.`, {
      field: 'to',
      allowed: `≤ ${days} 天 (days)`,
    }),
  over: say('termOver', '已到期或已撤销，无需再撤销。', 'It has expired or was revoked already.'),
  onlyOwnDesk: say(
    'onlyOwnDesk',
    '只能由本人或管理员撤销。',
    'Only who delegated, or an administrator, can revoke it.',
  ),
} as const;
