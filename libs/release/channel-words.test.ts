import { expect, test } from '@jest/globals';
import { ownWordsOf, writtenWords } from './channel-words.js';
import { channelWordsSchema } from './release.api.js';

test('a text alone is written as it was before titles could differ, so that what was signed keeps its digest', () => {
  expect(writtenWords({ weibo: '停水，请储水。', wechat: { text: '停水。' } })).toEqual({
    weibo: '停水，请储水。',
    wechat: '停水。',
  });
});

test('a title or a summary of its own stays beside the text; nothing of its own is nothing', () => {
  const words = { weibo: { title: '停水提醒' }, wechat: { summary: '', text: '停水。' }, email: {} };
  expect(writtenWords(words)).toEqual({
    weibo: { title: '停水提醒' },
    wechat: { summary: '', text: '停水。' },
  });
  expect([ownWordsOf('停水。'), ownWordsOf({ title: '停水提醒' }), ownWordsOf(undefined)]).toEqual([
    { text: '停水。' },
    { title: '停水提醒' },
    {},
  ]);
});

test('an empty title is no title, and a channel’s words are limited like the common ones', () => {
  for (const wrong of [
    { title: ' ' },
    { title: '字'.repeat(201) },
    { summary: '字'.repeat(501) },
    { body: '' },
  ])
    expect(channelWordsSchema.safeParse(wrong).success).toBe(false);
});
