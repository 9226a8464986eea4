/** Every refusal at the desk of a conference, in one table. */
export const registrationRefusal = {
  notFound: {
    code: 'registrationNotFound',
    message: '没有这条登记。',
    messageEn: 'There is no such registration.',
  },
  already: {
    code: 'alreadyRegistered',
    message: '这位记者已登记参加此次发布会。',
    messageEn: 'The reporter is registered for this conference already.',
    field: 'reporterId',
  },
  decided: {
    code: 'registrationDecided',
    message: '这条登记已经处理过。',
    messageEn: 'The registration has been decided on already.',
  },
} as const;
