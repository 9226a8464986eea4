import { inBrackets } from '@koujing/text';
import { type Reason, say } from '@koujing/kernel';
import type { Words } from '@koujing/settings';
import type { Lack, Post } from './roster.api.js';

const posts: Readonly<Record<Lack, readonly [zh: string, en: string]>> = {
  releaseUnit: ['承担新闻发布的内部机构', 'unit in charge of releases'],
  spokesperson: ['新闻发言人', 'spokesperson'],
  pressAssistant: ['新闻助理', 'press assistant'],
};

/** Every refusal of this lib, in one table. */
export const rosterRefusal = {
  organNotFound: say(
    'organNotFound',
    '没有这个机关，请刷新后重选。',
    'There is no such organ; reload and choose again.',
  ),
  entryNotFound: say(
    'entryNotFound',
    '名单中没有这一条，或它已经结束。',
    'The roster has no such entry, or it has ended.',
  ),
  postTaken: (post: Post, count: number, article: string): Reason =>
    say(
      'postTaken',
      `${posts[post][0]}已满 ${count} 名${inBrackets(article)}，请先免去现任，或选择由谁接替。`,
      `The organ has its ${count} ${posts[post][1]}(s) already; end the present one first or say whom this one replaces.`,
      { field: 'replaces', allowed: `≤ ${count}` },
    ),
  unknownRank: (rank: string, allowed: string): Reason =>
    say('unknownRank', `没有“${rank}”这一职务层次。`, `There is no rank "${rank}".`, {
      field: 'rank',
      allowed,
    }),
  rankHeld: (rank: Words, person: string): Reason =>
    say(
      'rankHeld',
      `${person}现在名单上的职务层次是“${rank.zh}”，不能删去。`,
      `${person} is on the roster with the rank “${rank.en}”: it cannot be taken away.`,
      { field: 'value' },
    ),
  rankReasonNeeded: (post: Post, wanted: Words, article: string): Reason =>
    say(
      'rankReasonNeeded',
      `${posts[post][0]}应由${wanted.zh}担任${inBrackets(article)}；如仍要任用，请写明理由。`,
      `By the measures a ${posts[post][1]} has the rank of ${wanted.en}; to appoint all the same, give a reason.`,
      { field: 'rankReason', allowed: wanted.zh },
    ),
  inFuture: (field: string): Reason =>
    say('dateInFuture', '日期不能晚于今天。', 'The date cannot lie ahead.', {
      field,
      allowed: '今天或更早 (today or before)',
    }),
  endBeforeStart: say('endBeforeStart', '结束日期不能早于任职日期。', 'It cannot end before it began.', {
    field: 'untilOn',
  }),
  nothingToFile: say(
    'nothingToFile',
    '上次备案以来名单没有变动，无需再次备案。',
    'Nothing changed since the last filing.',
  ),
  vacant: (lack: Lack): Reason =>
    say(
      'postVacant',
      `${posts[lack][0]}空缺，补齐后才能备案（第九条）。`,
      `There is no ${posts[lack][1]}; fill the vacancy before filing (Art.9).`,
    ),
  nobodyListed: say(
    'nobodyListed',
    '还没有任何机关登记发言人，没有可公布的名单。',
    'No organ has named anybody yet; there is no list to publish.',
  ),
  publicationNotFound: say('publicationNotFound', '没有这份名单。', 'There is no such list.'),
} as const;
