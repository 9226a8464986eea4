import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { FactConflict, FactSide } from '../finding.js';
import type { ReleaseText } from '../release-text.js';
import { fullText } from '../release-text.js';
import { compareFacts } from './compare-facts.js';
import { extractFacts } from './extract-facts.js';

const release = (organ: string, body: string, hour = 9): ReleaseText => ({
  id: organ,
  organ,
  title: '情况通报',
  body,
  publishedAt: `2026-11-23T${String(hour).padStart(2, '0')}:00:00+08:00`,
});

const digits = '零一二三四五六七八九';
/** 1 to 99 as spoken. */
const spoken = (n: number): string => {
  const [tens, ones] = [Math.floor(n / 10), n % 10];
  const head = tens === 0 ? '' : `${tens === 1 ? '' : (digits[tens] as string)}十`;
  return head + (ones === 0 ? '' : (digits[ones] as string));
};
const fullWidth = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const pad = (n: number): string => String(n).padStart(2, '0');

/** Every way to write a number of 1 to 99. */
const written = (n: number): readonly string[] => [String(n), fullWidth(String(n)), spoken(n)];
const clock = (minute: number): readonly string[] => {
  const [hour, rest] = [Math.floor(minute / 60), minute % 60];
  const half = hour >= 13 ? `下午${hour - 12}` : null;
  return [
    `${hour}时${rest}分`,
    `${hour}:${pad(rest)}`,
    `${pad(hour)}：${pad(rest)}`,
    `${spoken(hour)}时${spoken(rest)}分`,
    ...(half === null ? [] : [`${half}时${rest}分`, `${half}点${rest}分`]),
  ];
};

interface Notation {
  readonly values: fc.Arbitrary<number>;
  readonly write: (value: number) => readonly string[];
  readonly around: (value: string) => string;
}

const notations: Readonly<Record<string, Notation>> = {
  deaths: {
    values: fc.integer({ min: 1, max: 99 }),
    write: written,
    around: (n) => `建设路仓库火灾造成${n}人死亡。`,
  },
  households: {
    // 5万户 may be 4.5万户 rounded.
    values: fc.integer({ min: 1, max: 99 }).filter((n) => n % 10 > 0),
    write: (n) => [`${n * 1000}户`, `${n / 10}万户`, fullWidth(`${n * 1000}户`)],
    around: (n) => `建设路停水影响${n}。`,
  },
  money: {
    // As well 0.01亿元 and 0.005亿元.
    values: fc.integer({ min: 1, max: 999 }).filter((n) => n % 10 > 0),
    write: (n) => [`${n * 10}万元`, `${n / 1000}亿元`, `${n * 100_000}元`],
    around: (n) => `救灾资金${n}已经下达。`,
  },
  percent: {
    values: fc.integer({ min: 1, max: 99 }),
    write: (n) => [`${n}%`, `百分之${spoken(n)}`, `${fullWidth(String(n))}％`],
    around: (n) => `补贴比例为${n}。`,
  },
  time: {
    values: fc.integer({ min: 1, max: 23 * 60 + 58 }).filter((minute) => minute % 60 > 0 && minute >= 60),
    write: clock,
    around: (time) => `11月22日${time}，建设路仓库发生火灾。`,
  },
  day: {
    values: fc.integer({ min: 1, max: 22 }),
    write: (n) => [`11月${n}日`, `2026年11月${n}日`, `十一月${spoken(n)}日`, `2026-11-${pad(n)}`],
    around: (day) => `${day}，建设路仓库发生火灾。`,
  },
};

const isReal = ({ update }: FactConflict): boolean => update !== true;

test.each(Object.entries(notations))(
  '%s: one value is one in every notation, and another value is another',
  (_name, { values, write, around }) => {
    const pick = fc.nat({ max: 10 });
    const chosen = (value: number, at: number): string => {
      const all = write(value);
      return around(all[at % all.length] as string);
    };
    fc.assert(
      fc.property(values, values, pick, pick, (value, other, i, j) => {
        const a = release('市应急局', chosen(value, i));
        expect(compareFacts(a, release('市消防支队', chosen(value, j))).filter(isReal)).toEqual([]);
        if (value === other) return;
        const found = compareFacts(a, release('市消防支队', chosen(other, i))).filter(isReal);
        expect(found.length).toBeGreaterThan(0);
      }),
      { numRuns: 150 },
    );
  },
);

/** Sentences as organs write them, with room for a value each. */
const sentences: readonly ((n: number) => string)[] = [
  (n) => `11月22日${(n % 20) + 1}时10分，建设路仓库发生火灾，造成${n}人死亡、${n + 2}人受伤。`,
  (n) => `11月22日，永安路仓库起火，${n}人遇难。`,
  (n) => `截至11月22日${(n % 20) + 1}时，已转移群众${n * 10}人。`,
  (n) => `现场救出${n}人，${n}人死伤。`,
  (n) => `11月${(n % 20) + 1}日8时至18时停水，影响用户${n * 100}户。`,
  (n) => `抢修预计${(n % 20) + 1}时完成，届时恢复供水。`,
  (n) => `展览免费参观，咨询电话0539-72181${pad(n)}。`,
  (n) => `展览门票${n}元，每周${'一二三四五六日'[n % 7] as string}闭馆。`,
  (n) => `市气象台发布暴雨${['蓝', '黄', '橙', '红'][n % 4] as string}色预警。`,
  (n) => `启动防汛${['Ⅰ', 'Ⅱ', 'Ⅲ', 'Ⅳ'][n % 4] as string}级应急响应。`,
  (n) =>
    `北河县${['白石镇', '大柳乡', '青山镇'][n % 3] as string}发生${['滑坡', '泥石流'][n % 2] as string}。`,
  (n) =>
    `演出${['取消', '如期举行', '延期'][n % 3] as string}，由市${['商务局', '总工会'][n % 2] as string}主办。`,
];
const sentence = fc
  .tuple(fc.nat({ max: sentences.length - 1 }), fc.integer({ min: 2, max: 60 }))
  .map(([which, n]) => (sentences[which] as (typeof sentences)[number])(n));
const body = fc.array(sentence, { minLength: 1, maxLength: 5 }).map((all) => all.join(''));

test('the offsets of every fact and of both sides of a conflict lead to the words that state it', () => {
  fc.assert(
    fc.property(body, body, fc.boolean(), (one, other, wide) => {
      const a = release('市应急局', wide ? fullWidth(one) : one);
      const b = release('市消防支队', ` ${other}\n`);
      for (const fact of extractFacts(a)) {
        const words = fullText(a).slice(fact.start, fact.end);
        expect(words.trim()).toBe(words);
        expect(words).not.toBe('');
        expect(fact.clauseStart).toBeLessThanOrEqual(fact.start);
        expect(fact.clauseEnd).toBeGreaterThanOrEqual(fact.end);
      }
      const stated = (source: ReleaseText, side: FactSide): void => {
        expect(side.release).toBe(source.id);
        expect(fullText(source)).toContain(side.text);
        expect(side.text).toContain(fullText(source).slice(side.start, side.end).slice(0, 100));
      };
      for (const conflict of compareFacts(a, b)) {
        stated(a, conflict.a);
        stated(b, conflict.b);
      }
    }),
    { numRuns: 200 },
  );
});

const shown = (from: FactSide, to: FactSide, { attribute, update }: FactConflict): string =>
  `${attribute} ${from.start}-${from.end} ${to.start}-${to.end}${update === true ? ' update' : ''}`;

test('which of the two releases is asked about changes nothing', () => {
  fc.assert(
    fc.property(body, body, fc.constantFrom(9, 11, 15), (one, other, hour) => {
      const a = release('市应急局', one);
      const b = release('市消防支队', other, hour);
      const ahead = compareFacts(a, b).map((found) => shown(found.a, found.b, found));
      const back = compareFacts(b, a).map((found) => shown(found.b, found.a, found));
      expect(back.sort()).toEqual(ahead.sort());
    }),
    { numRuns: 200 },
  );
});

test('no release contradicts itself said again by another organ', () => {
  fc.assert(
    fc.property(body, (text) => {
      expect(compareFacts(release('市应急局', text), release('市消防支队', text))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});
