import { expect, test } from '@jest/globals';
import { withinRelease } from './within-release.js';

const prices = (body: string): readonly string[] =>
  (
    withinRelease({
      id: 'r1',
      organ: '云浦市教育局',
      title: '普通话水平测试报名通知',
      body,
      publishedAt: '2026-11-09T15:00:00+08:00',
    })?.facts ?? []
  ).map(({ attribute, a, b }) => `${attribute}: ${a.value} × ${b.value}`);

test('one fee has one price', () => {
  expect(
    prices('名额800个，测试费为每人50元。报名流程：登录系统注册，网上缴纳测试费25元，打印准考证。'),
  ).toEqual(['amount: 50元 × 25元']);
});

test.each([
  ['the same again', '测试费为每人50元。登录系统，网上缴纳测试费50元。'],
  ['for whom it is less', '测试费为每人50元。在校学生缴纳测试费25元。'],
  ['two fees', '测试费为每人50元。领取证书另缴工本费10元。'],
  ['what it was', '测试费由每人50元调整为每人40元，12月起网上缴纳测试费40元。'],
  ['two parts of it', '测试费为每人50元，其中报名测试费10元。'],
])('%s is no slip', (_, body) => {
  expect(prices(body)).toEqual([]);
});
