import { expect, test } from '@jest/globals';
import { lengthOf, mostOf, ownFormOf, withOwnWords } from './own-words.js';

test('a channel keeps only what it says otherwise, and the words of the others stay', () => {
  const before = { weibo: '停水，请储水。', wechat: { title: '停水提醒' } };
  expect(withOwnWords(before, 'weibo', { title: '', summary: '', text: ' 明天停水。 ' })).toEqual({
    wechat: { title: '停水提醒' },
    weibo: { text: '明天停水。' },
  });
  expect(withOwnWords(before, 'weibo', { title: '', summary: ' ', text: '' })).toEqual({
    wechat: { title: '停水提醒' },
  });
});

test('what a channel said as a text alone opens as its text', () => {
  expect(ownFormOf('停水。')).toEqual({ title: '', summary: '', text: '停水。' });
  expect(ownFormOf({ title: '停水提醒' })).toEqual({ title: '停水提醒', summary: '', text: '' });
  expect(ownFormOf(undefined)).toEqual({ title: '', summary: '', text: '' });
});

test('the tightest limit in characters counts, and bytes are counted on the rendition', () => {
  const limits = [
    { field: 'content', max: 19_999, unit: 'characters', source: '' },
    { field: 'status', max: 140, unit: 'characters', source: '' },
    { field: 'title', max: 64, unit: 'bytes', source: '' },
  ];
  expect([mostOf({ limits }, 'text'), mostOf({ limits }, 'title')]).toEqual([140, null]);
  expect(lengthOf(' 𠮷水 ')).toBe(2);
});
