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
  notScheduled: {
    code: 'notScheduled',
    message: '此稿没有定时发布，无需取消。',
    messageEn: 'The release is not scheduled; there is nothing to cancel.',
  },
} as const;
