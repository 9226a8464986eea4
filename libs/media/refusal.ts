import { counted, type Reason } from '@koujing/kernel';

/** Every refusal of this lib, in one table. */
export const mediaRefusal = {
  outletNotFound: {
    code: 'outletNotFound',
    message: '没有这家媒体，请刷新后重选。',
    messageEn: 'There is no such outlet; reload and choose again.',
    field: 'outletId',
  },
  reporterNotFound: {
    code: 'reporterNotFound',
    message: '没有这位记者，请刷新后重选。',
    messageEn: 'There is no such reporter; reload and choose again.',
  },
  listNotFound: {
    code: 'listNotFound',
    message: '没有这份邮件名单，请刷新后重选。',
    messageEn: 'There is no such mailing list; reload and choose again.',
  },
  suppressionNotFound: {
    code: 'suppressionNotFound',
    message: '没有这条停发记录，或它已经恢复。',
    messageEn: 'There is no such stop, or it has been lifted already.',
  },
  departureNotFound: {
    code: 'departureNotFound',
    message: '没有这条退订记录，或它已经恢复。',
    messageEn: 'There is no such departure, or it has been lifted already.',
  },
  haveLeft: (names: readonly string[]): Reason => ({
    code: 'haveLeft',
    message: `${names.join('、')} 已自行退订该名单，名单未作改动；本人要求恢复的，请先在“退订”中恢复。`,
    messageEn: `${names.join(', ')} left this list of their own will; the list was left as it is. If they ask for it, lift their departure first.`,
    field: 'add',
  }),
  unsubscribeTokenWrong: {
    code: 'unsubscribeTokenWrong',
    message: '退订链接不完整或已失效，请回信告知我们。',
    messageEn: 'The unsubscribe link is incomplete or no longer valid; please answer the mail instead.',
    field: 'token',
  },
  nameTaken: (name: string): Reason => ({
    code: 'nameTaken',
    message: `已有名为“${name}”的条目，请换一个名称。`,
    messageEn: `The name "${name}" is already in use; choose another.`,
    field: 'name',
  }),
  addressTaken: (address: string): Reason => ({
    code: 'addressTaken',
    message: `地址 ${address} 已登记在另一位记者名下。`,
    messageEn: `The address ${address} already belongs to another reporter.`,
    field: 'address',
  }),
  unknownReporters: (count: number): Reason => ({
    code: 'unknownReporters',
    message: `有 ${count} 位记者不在名录中，名单未作改动。`,
    messageEn: `Not in the register: ${counted(count, 'reporter')}; the list was left as it is.`,
    field: 'add',
  }),
} as const;
