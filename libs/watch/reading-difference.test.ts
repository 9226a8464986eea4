import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cadenceOf, nextLook } from './cadence.js';
import { differencesOf } from './reading-difference.js';

const text = '关于停水的通知\n12月6日8时起停水，6日18时恢复。\n请提前储水。\n联系电话：0000-12345';
const links = ['a/1.jpg', 'https://www.binhai.gov.example/r/a.html'];

test.each([
  ['nothing', text, []],
  ['white space', text.replace('请提前', ' 请提前').replaceAll('\n', '\n\n'), []],
  [
    'a number',
    text.replace('18时', '20时'),
    [
      {
        part: 'number',
        published: '12月6日8时起停水，6日18时恢复。',
        shown: '12月6日8时起停水，6日20时恢复。',
      },
    ],
  ],
  [
    'the title',
    text.replace('关于停水的通知', '关于停电的通知'),
    [{ part: 'title', published: '关于停水的通知', shown: '关于停电的通知' }],
  ],
  [
    'a sentence taken out',
    text.replace('\n请提前储水。', ''),
    [{ part: 'text', published: '请提前储水。', shown: '' }],
  ],
  ['a sentence put in', `${text}\n转发有奖`, [{ part: 'text', published: '', shown: '转发有奖' }]],
])('%s changed by hand is told as that and nothing else', (_, shown, differences) => {
  expect(differencesOf({ text, links }, { text: shown, links })).toEqual(differences);
});

test('a picture or document of other bytes, or none, is told by its name and digests', () => {
  const [path, gone] = ['a/1.jpg', 'f/1/2.docx'];
  const files = [path, gone, 'a/3.png'].map((each) => ({ path: each, sha256: '1'.repeat(64) }));
  const shown = {
    text,
    files: [{ path, sha256: '2'.repeat(64) }, { path: gone, sha256: null }, ...files.slice(2)],
  };
  expect(differencesOf({ text, files }, shown)).toEqual([
    { part: 'file', published: expect.stringContaining(path), shown: expect.stringContaining('2222') },
    { part: 'file', published: expect.stringContaining(gone), shown: '' },
  ]);
  expect(differencesOf({ text, files }, { text })).toEqual([]);
});

test('what stands round the text is told line by line', () => {
  const around = ['网页标题：关于停水的通知', '京ICP备1号'];
  expect(differencesOf({ text, around }, { text, around: [...around, '脚本 ：x()'] })).toEqual([
    { part: 'around', published: '', shown: '脚本 ：x()' },
  ]);
  expect(differencesOf({ text, around }, { text })).toEqual([]);
});

test('a link that leads elsewhere is told; where the platform writes its own nothing is said of links', () => {
  const shown = { text, links: ['a/1.jpg', 'https://elsewhere.example/'] };
  expect(differencesOf({ text, links }, shown)).toEqual([
    {
      part: 'link',
      published: 'https://www.binhai.gov.example/r/a.html',
      shown: 'https://elsewhere.example/',
    },
  ]);
  expect(differencesOf({ text, links }, { text })).toEqual([]);
});

test('whatever was changed in its letters is found, and what was not is never flagged', () => {
  const line = fc.string({ minLength: 1, maxLength: 20 });
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), line, (lines, other) => {
      const one = lines.join('\n');
      expect(differencesOf({ text: one }, { text: one })).toEqual([]);
      const changed = `${one}\n${other}`;
      const isSeen = other.trim() !== '';
      expect(differencesOf({ text: one }, { text: changed }).length > 0).toBe(isSeen);
    }),
  );
});

test('what a database refuses is told by a mark: noughts, and half a letter where a line is cut', () => {
  const shown = `${'长'.repeat(299)}😀\0`;
  const [difference] = differencesOf({ text: '通知' }, { text: shown });
  expect(difference?.shown).toBe(`${'长'.repeat(299)}\ufffd…`);
  expect(differencesOf({ text: '通知' }, { text: '通\0知' })[0]?.shown).toBe('通␀知');
});

test('looks grow rarer with age, never stop, and spare the calls that a platform counts', () => {
  const publishedAt = new Date('2026-11-23T01:00:00Z');
  const looks = (cadence: 'often' | 'sparingly') => {
    let at = publishedAt;
    return Array.from({ length: 12 }, () => {
      at = nextLook(cadence, { publishedAt, at, jitter: 0 });
      return (at.getTime() - publishedAt.getTime()) / 3_600_000;
    });
  };
  expect(looks('often').slice(0, 6)).toEqual([1 / 6, 1, 6, 24, 72, 168]);
  expect(looks('sparingly').slice(0, 4)).toEqual([1, 24, 168, 720]);
  expect(looks('often').at(-1)).toBe(3 * 365 * 24);
  const counted = { name: 'calls', count: 100, per: 'day' } as const;
  expect([cadenceOf({ rates: [] }), cadenceOf({ rates: [counted] })]).toEqual(['often', 'sparingly']);
});
