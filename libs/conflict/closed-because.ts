/** Why a finding closed, or what was owed for it ended: a whole sentence, kept with it. */
export interface Because {
  readonly zh: string;
  readonly en: string;
}

export const closedBecause = {
  /** Also the outcome of a duty on the other text, whose organ must read that it was not its own that was withdrawn. */
  oneGone: {
    zh: '其中一篇已撤下，问题随之消除。',
    en: 'One of the two has been withdrawn, and the problem with it.',
  },
  gone: { zh: '稿件已撤下。', en: 'The text has been withdrawn.' },
  revised: { zh: '修改后不再冲突。', en: 'After a revision they do not conflict any more.' },
  ruledAnew: { zh: '已另行裁定。', en: 'It was ruled on anew.' },
  outsideChanged: {
    zh: '系统外的文字已改或已撤，问题随之消除。',
    en: 'The text outside this system was changed or taken down, and the problem with it.',
  },
  clockMoved: { zh: '发布时限已调整。', en: 'The limit for the release was moved.' },
  ownerReleased: { zh: '主责机关已发布。', en: 'The responsible organ has released.' },
  dutyDone: {
    zh: '应发布的事项已履行，或时限已不适用。',
    en: 'The duty to release was done, or its limit does not apply any more.',
  },
  released: (organ: string, title: string): Because => ({
    zh: `${organ}已发布《${title}》。`,
    en: `${organ} has released “${title}”.`,
  }),
} as const;
