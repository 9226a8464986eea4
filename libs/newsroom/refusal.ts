/** Every refusal of this lib, in one table. */
export const newsroomRefusal = {
  noLink: {
    code: 'noLink',
    message: '这家媒体没有在用的专页链接。',
    messageEn: 'This outlet has no link in force.',
  },
} as const;
