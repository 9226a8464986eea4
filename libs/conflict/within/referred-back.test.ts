import { expect, test } from '@jest/globals';
import { withinRelease } from './within-release.js';

const slips = (body: string): readonly string[] =>
  (
    withinRelease({
      id: 'r1',
      organ: '云浦市住房和城乡建设局',
      title: '情况通报',
      body,
      publishedAt: '2026-11-23T16:00:00+08:00',
    })?.facts ?? []
  ).map(({ a, b }) => `${a.value} × ${b.value}`);

test.each([
  [
    'all of what the release sets out with',
    '面向轮候家庭推出公租房640套，月租金每平方米6.5元。本次460套房源全部位于安澜家园。',
    '640套 × 460套',
  ],
  [
    'who was told of by what was done with them',
    '现场抓获犯罪嫌疑人17名，查扣采砂船2艘。目前，抓获的19名犯罪嫌疑人已全部被刑事拘留。',
    '17人 × 19人',
  ],
])('%s: spoken of again with another count', (_, body, expected) => {
  expect(slips(body)).toEqual([expected]);
});

test.each([
  ['all there are, and those of this time', '全市共有公租房1200套。本次460套房源全部位于安澜家园。'],
  ['some of them', '现场抓获犯罪嫌疑人19名。目前，抓获的17名犯罪嫌疑人已被刑事拘留，另有2名取保候审。'],
  ['all of a year', '现场抓获犯罪嫌疑人17名。今年以来，支队抓获的126名犯罪嫌疑人中，八成为惯犯。'],
])('%s: no slip', (_, body) => {
  expect(slips(body)).toEqual([]);
});
