import type { Reason } from '@koujing/kernel';

const example = '2026-11-24T08:00:00+08:00';

/** Every refusal of this lib, in one table. */
export const scheduleRefusal = {
  withoutOffset: (text: string): Reason => ({
    code: 'offsetMissing',
    message: `时间“${text}”没有写明时区，请加上，例如 ${example}。`,
    messageEn: `The time "${text}" has no offset; add one, e.g. ${example}.`,
    field: 'at',
    allowed: example,
  }),
  notATime: (text: string): Reason => ({
    code: 'notATime',
    message: `“${text}”不是有效的时间，请写成 ${example} 的形式。`,
    messageEn: `"${text}" is not a valid time; write it like ${example}.`,
    field: 'at',
    allowed: example,
  }),
  inThePast: (at: string, now: string): Reason => ({
    code: 'inThePast',
    message: `发布时间 ${at} 已过，现在是 ${now}。`,
    messageEn: `The time ${at} is past; it is ${now} now.`,
    field: 'at',
    allowed: `> ${now}`,
  }),
  hourSettled: (scheduled: boolean): Reason =>
    scheduled
      ? {
          code: 'hourSettled',
          message: '此稿已排期。要改时间，请发言人或审批领导改期，或先取消定时。',
          messageEn: 'Its hour is set; ask the spokesperson or the approver to change it.',
        }
      : {
          code: 'hourSettled',
          message: '此稿已发布或已撤下，不再需要建议时间。',
          messageEn: 'The release is out or was taken down; no time can be proposed any more.',
        },
  notProposed: {
    code: 'notProposed',
    message: '此稿没有建议时间，无需撤回。',
    messageEn: 'No time is proposed; there is nothing to take back.',
  },
  expiresBefore: (at: string): Reason => ({
    code: 'signatureExpiresBefore',
    message: `到 ${at} 时已有的签署将超过有效期，届时发不出去。请选更早的时间，或退回后重新送审。`,
    messageEn: `By ${at} a signature will be too old, and the release would be held. Choose an earlier time, or have it signed anew.`,
    field: 'at',
  }),
  failing: {
    code: 'dueFailing',
    message: '到时发布没有成功，系统每秒重试一次，成功即发布。请告诉系统管理员；不再发布的，请取消定时。',
    messageEn:
      'It could not be released at its hour and is tried every second until it is. Tell the operator, or cancel the schedule.',
  },
  notScheduled: {
    code: 'notScheduled',
    message: '此稿没有定时发布，无需取消。',
    messageEn: 'The release is not scheduled; there is nothing to cancel.',
  },
} as const;
