interface DeedWords {
  readonly [action: string]: string;
}

/** Actions of the audit trail as a clerk would say them. */
const zh: DeedWords = {
  'release.created': '起草了此稿',
  'release.revised': '修改了此稿',
  'release.submitted': '提交送审',
};

const en: DeedWords = {
  'release.created': 'drafted the release',
  'release.revised': 'edited the release',
  'release.submitted': 'submitted it for review',
};

export const deedWords = { zh, en };
