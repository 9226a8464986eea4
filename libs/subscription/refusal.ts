import type { Reason } from '@koujing/kernel';

/** Every refusal of this lib, in one table. */
export const subscriptionRefusal = {
  notFound: {
    code: 'subscriptionNotFound',
    message: '没有这个事件订阅，请刷新后重试。',
    messageEn: 'There is no such subscription; reload and try again.',
  },
  noDelivery: {
    code: 'eventDeliveryNotFound',
    message: '没有这次投递，或已超过三十天不再保存。',
    messageEn: 'There is no such delivery, or it is older than thirty days and kept no more.',
  },
  unknownOrgan: {
    code: 'unknownOrgan',
    message: '没有这个机关，请重选。',
    messageEn: 'There is no such organ; choose again.',
    field: 'organId',
  },
  notPaused: {
    code: 'subscriptionNotPaused',
    message: '这个订阅没有暂停。',
    messageEn: 'This subscription is not paused.',
  },
  paused: {
    code: 'subscriptionPaused',
    message: '这个订阅已经暂停。',
    messageEn: 'This subscription is paused already.',
  },
  ended: {
    code: 'subscriptionEnded',
    message: '这个订阅已经停用。',
    messageEn: 'This subscription has ended.',
  },
  stillOpen: {
    code: 'eventDeliveryOpen',
    message: '这次投递还没有完成，会自动重试。',
    messageEn: 'This delivery is not done yet; it is tried again by itself.',
  },
} as const satisfies Readonly<Record<string, Reason>>;
