import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { Detector } from './detector.js';
import { fullText, type ReleaseText } from './release-text.js';
import { timed } from '../../test/bench/timing.js';

const release = (id: string, body: string, title = '情况通报'): ReleaseText => ({
  ...{ id, title, body },
  organ: id.startsWith('other') ? '市交通局' : '市水务局',
  publishedAt: '2026-11-25T09:00:00+08:00',
});

/** Any UTF-16 units, broken pairs among them. */
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 })
  .map((codes) => String.fromCharCode(...codes));
const fragments = fc.constantFrom(
  ...[
    '截至2月3日8时，',
    '死亡3人',
    '〇〇〇',
    '东山区',
    '百分之',
    '1至',
    '〔2026〕12号',
    '0571-88886666',
    '3万亿',
    '　',
  ],
  ...['\u202e', '\ud83d', '\u0000', 'ﷺ', '㍿', '<b>', '$&', '\\', '停水', '。', '\n'],
);
const hostile = fc.array(fc.oneof(units, fragments), { maxLength: 25 }).map((parts) => parts.join(''));

test('whatever the characters, a text is indexed, found again and compared, and every quote lies in its text', () => {
  let quoted = 0;
  fc.assert(
    fc.property(hostile, hostile, hostile, (title, body, other) => {
      const detector = new Detector();
      const texts = [
        release('other1', `${body}，造成3人死亡。`, `${title}路面塌陷`),
        release('other2', other, title),
        release('own', `${body}，造成5人死亡。`, `${title}路面塌陷`),
      ] as const;
      const [first, second, asked] = texts;
      detector.add(first);
      detector.add(second);
      const within = detector.withinFinding(asked);
      const found = [...detector.check(asked), ...(within === undefined ? [] : [within])];
      for (const side of found.flatMap(({ facts }) => facts.flatMap(({ a, b }) => [a, b]))) {
        const text = fullText(texts.find(({ id }) => id === side.release) as ReleaseText);
        expect(side.start).toBeGreaterThanOrEqual(0);
        expect(side.start).toBeLessThan(side.end);
        expect(side.end).toBeLessThanOrEqual(text.length);
        quoted += 1;
      }
    }),
    { numRuns: 150 },
  );
  expect(quoted).toBeGreaterThan(0);
});

/** Time of this thread alone: on a machine that does other things as well, the clock on the wall measures those. */
const cost = (line: string): number => timed(() => check(line)).cpu;

/** One line, as body and as title, against two of its like. */
const check = (line: string): void => {
  const detector = new Detector();
  for (let i = 0; i < 2; i++) detector.add(release(`other${i}`, line.slice(i)));
  const asked = release('own', line);
  detector.check(asked);
  detector.withinFinding(asked);
  detector.check(release('titled', '', line));
};

test.each([
  ['no punctuation', '事故造成人员受伤'],
  ['digits', '7'],
  ['counts', '3人'],
  ['counts in sentences', '造成3人受伤。'],
  ['large numbers', '3万亿'],
  ['Chinese numerals', '一二三'],
  ['dates', '2月3日'],
  ['weekdays', '星期三'],
  ['places', '东山区路'],
  ['organs', '市水务局'],
  ['document numbers', '东政发〔2026〕12号'],
  ['one letter', 'a'],
  ['broken pairs', '\ud83d'],
  ['letters that unfold', '\ufdfa'],
  ['marks', '“圆《（('],
  ['line ends', '\n'],
])('a line of a million characters of %s costs no more than its length', (_name, unit) => {
  const line = (length: number): string => unit.repeat(Math.ceil(length / unit.length));
  cost(line(10_000));
  // Ten times the length; what is quadratic in it would cost a hundred times as much.
  expect(cost(line(1_000_000))).toBeLessThan(Math.max(cost(line(100_000)), 40) * 30);
});
