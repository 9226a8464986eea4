import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Publication } from '@koujing/channel';
import { comparable, statusText, weiboLength } from './weibo-text.js';
import { validateWeibo } from './weibo-validate.js';
import { weiboSettings } from './weibo-settings.js';

const settings = weiboSettings.parse({ clientId: '1', rip: '211.156.0.1' });
const link = 'https://www.bj.gov.example/r/018f.html';

const publication = (change: Partial<Publication>): Publication => ({
  releaseId: '018f',
  version: 1,
  title: '滨江大道临时封闭',
  blocks: [],
  summary: '因管网抢修，滨江大道12月1日8时至18时临时封闭。请绕行江北路。',
  organ: '滨江市公安局交警支队',
  jointOrgans: [],
  column: '通知公告',
  keywords: [],
  portalUrl: link,
  images: [],
  ...change,
});

test('a short release goes out whole, with title, summary and link', () => {
  expect(statusText(publication({}), settings)).toBe(
    `【滨江大道临时封闭】因管网抢修，滨江大道12月1日8时至18时临时封闭。请绕行江北路。 ${link}`,
  );
});

test('a long summary is cut after a sentence and keeps the link', () => {
  const summary = `${'一'.repeat(60)}。${'二'.repeat(60)}。`;
  expect(statusText(publication({ summary }), settings)).toBe(
    `【滨江大道临时封闭】${'一'.repeat(60)}。 ${link}`,
  );
});

test('where no sentence fits, a clause does, with an ellipsis', () => {
  const summary = `${'一'.repeat(40)}，${'二'.repeat(90)}`;
  expect(statusText(publication({ summary }), settings)).toBe(
    `【滨江大道临时封闭】${'一'.repeat(40)}… ${link}`,
  );
});

test('whatever the text, the post fits, holds its link and opens no topic', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'grapheme', maxLength: 300 }),
      fc.string({ maxLength: 80 }),
      (summary, title) => {
        const text = statusText(publication({ summary: `#${summary}#`, title }), settings);
        expect(weiboLength(text, settings.linkWeight)).toBeLessThanOrEqual(140);
        expect(text.endsWith(link)).toBe(true);
        expect(text.replace(link, '')).not.toMatch(/#[^#]+#/u);
      },
    ),
  );
});

test('a Chinese character counts one, two letters one, a link its weight', () => {
  expect([weiboLength('滨江', 20), weiboLength('abc', 20), weiboLength(`滨 ${link}`, 11)]).toEqual([
    2, 2, 13,
  ]);
});

test('a text of the drafter’s own is refused rather than cut', () => {
  const findings = validateWeibo(publication({ override: '字'.repeat(130) }), settings);
  expect(findings).toMatchObject([{ code: 'tooLong', severity: 'block', field: 'status' }]);
});

test('a link outside the app’s safe domains is refused before the platform does', () => {
  const strict = { ...settings, safeDomains: ['*.gov.cn'] };
  expect(validateWeibo(publication({}), strict)).toMatchObject([
    { code: 'linkOutsideSafeDomains', severity: 'block' },
  ]);
});

test('a topic is announced as changed', () => {
  expect(validateWeibo(publication({ override: '#滨江# 通车' }), settings)).toMatchObject([
    { severity: 'warn' },
  ]);
});

test('links, entities and spaces do not hide that two texts are one', () => {
  expect(comparable(`甲 &amp; 乙 http://t.cn/A6abc`)).toBe(comparable(`甲&乙 ${link}`));
});
