import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OrganDirectory } from '../organ-directory.js';
import type { MatterRecord, ReleaseText } from '../release-text.js';
import { headText } from '../same-matter/head.js';
import { profileOf } from '../same-matter/profile.js';
import { gaps, spokenOn } from './gap.js';
import { MattersByWord } from './matters-by-word.js';
import { aboutOf, isAbout, isHeadedSo, tellingWords } from './on-matter.js';

const DAY = 86_400_000;
const START = Date.parse('2026-03-02T08:00:00+08:00');
const at = (days: number): string => new Date(START + days * DAY).toISOString();

const words =
  '翡翠湖 泵站 检修 停水 供热 起始 时间 通报 通知 关于 白鹭大桥 封闭 施工 高考 体检 安排 粽子 抽检 结果 东港区 海滨路 塌陷'.split(
    ' ',
  );
const title = fc
  .array(fc.constantFrom(...words), { minLength: 2, maxLength: 7 })
  .map((parts) => parts.join(''));

const release = (organ: string, heading: string, day: number, body = ''): ReleaseText => ({
  ...{ id: 'r', organ, title: heading, body },
  publishedAt: at(day),
});
const matter = (owner: string, heading: string, days: readonly [number, number]): MatterRecord => ({
  ...{ id: 'm', owner, title: heading },
  openedAt: at(days[0]),
  dueAt: at(days[1]),
});

test('whatever is on a matter, or headed as it, holds one of its telling words', () => {
  let on = 0;
  fc.assert(
    fc.property(title, title, title, (asked, heading, body) => {
      const about = aboutOf({ id: 'm', title: asked, owner: '市水务局', openedAt: at(0) });
      const text = release('市水务局', heading, 0, body);
      const profile = profileOf(text);
      if (!isAbout(about, profile) && !isHeadedSo(about, profile)) return true;
      on += 1;
      const sought = [{ matter: 'm', words: tellingWords(about), from: -Infinity, to: Infinity }];
      return new MattersByWord(sought).in(headText(text), 0).has('m');
    }),
    { numRuns: 1_500 },
  );
  expect(on).toBeGreaterThan(100);
});

const owners = ['市水务局', '市教育局'];
const anyMatter = fc
  .record({
    title,
    owner: fc.constantFrom(...owners),
    from: fc.integer({ min: 0, max: 9 }),
    days: fc.integer({ min: 0, max: 6 }),
  })
  .map(({ title: heading, owner, from, days }) => matter(owner, heading, [from, from + days]));
const anyRelease = fc
  .record({ title, organ: fc.constantFrom(...owners, '市气象局'), day: fc.integer({ min: 0, max: 16 }) })
  .map(({ title: heading, organ, day }) => release(organ, heading, day));

test('many matters and releases at once say what each matter says against the releases of its time', () => {
  const directory = new OrganDirectory();
  const now = START + 12 * DAY;
  fc.assert(
    fc.property(
      fc.array(anyMatter, { minLength: 1, maxLength: 8 }),
      fc.array(anyRelease, { maxLength: 12 }),
      (some, told) => {
        const matters = some.map((one, i) => ({ ...one, id: `m${i}` }));
        const releases = told.map((one, i) => ({ ...one, id: `r${i}`, linked: false }));
        const found = gaps({ matters, releases, now, directory });
        const expected = matters.flatMap((one) => {
          const [from, to] = [Date.parse(one.openedAt), Date.parse(one.dueAt)];
          const then = releases.filter(({ publishedAt }) => {
            const time = Date.parse(publishedAt ?? '');
            return time >= from && time <= to;
          });
          const { answer, others } = spokenOn(one, then, directory);
          return to > now || answer !== undefined ? [] : [{ matter: one.id, others }];
        });
        expect(found.map((gap) => gap.matter)).toEqual(expected.map((gap) => gap.matter));
        found.forEach(({ explanation }, i) => {
          for (const organ of expected[i]?.others ?? []) expect(explanation).toContain(organ);
        });
      },
    ),
    { numRuns: 200 },
  );
});

test('four times the matters and four times the releases are four times the looks, not sixteen', () => {
  const looks = (size: number): number => {
    const named = new MattersByWord(
      Array.from({ length: size }, (_, i) => ({
        matter: i,
        words: [`${String.fromCharCode(0x4e00 + i)}湖`, '停水'],
        from: START + i * DAY,
        to: START + (i + 3) * DAY,
      })),
    );
    let sum = 0;
    for (let i = 0; i < size; i++)
      sum += named.in(`${String.fromCharCode(0x4e00 + i)}湖泵站停水通知`, START + i * DAY).size;
    return sum;
  };
  expect(looks(4_000) / looks(1_000)).toBeLessThan(4.1);
  expect(looks(1_000)).toBeGreaterThan(1_000);
});
