import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { ReleaseText } from '../release-text.js';
import { readHead } from '../same-matter/head.js';
import { indexedDocument } from './document.js';
import { ReleaseIndex } from './release-index.js';

const DAY = 86_400_000;
const START = Date.parse('2026-01-01T08:00:00+08:00');

const names: string[] = [];

const document = (id: string, day: number, words: string) => {
  const release: ReleaseText = {
    id,
    organ: '市水务集团',
    title: words,
    body: '',
    publishedAt: new Date(START + day * DAY).toISOString(),
  };
  return indexedDocument(names.push(id) - 1, readHead(release).head);
};

const search = (index: ReleaseIndex, day: number, words: string, windowDays: number): readonly string[] => {
  const { keys } = document('query', day, words);
  return index
    .search({ keys, time: START + day * DAY, windowMs: windowDays * DAY, limit: 5 })
    .map(({ handle }) => names[handle] as string);
};

test('a release outside the window is not found, however alike', () => {
  const index = new ReleaseIndex();
  index.add(document('near', 3, '东山区长江路停水通知'));
  index.add(document('far', 60, '东山区长江路停水通知'));
  expect(search(index, 1, '东山区长江路停水通知', 7)).toEqual(['near']);
});

test('the rarer words decide, and frozen parts answer as the tail does', () => {
  const index = new ReleaseIndex();
  for (let i = 0; i < 3000; i++) index.add(document(`n${i}`, (i * 7) % 30, `关于第${i}号地块停水的通知`));
  index.add(document('match', 12, '翡翠湖泵站停水的通知'));
  for (let i = 3000; i < 4200; i++) index.add(document(`n${i}`, i % 30, `关于第${i}号地块停水的通知`));
  expect(search(index, 10, '翡翠湖泵站', 30)[0]).toBe('match');
});

test('what was removed is not found, from the tail or from a frozen part', () => {
  const index = new ReleaseIndex();
  index.add(document('frozen', 1, '翡翠湖泵站检修'));
  for (let i = 0; i < 1100; i++) index.add(document(`n${i}`, 1, `第${i}号通知`));
  index.add(document('tail', 1, '翡翠湖泵站检修'));
  expect([...search(index, 1, '翡翠湖泵站检修', 7)].sort().slice(0, 2)).toEqual(['frozen', 'tail']);
  index.remove(names.indexOf('frozen'));
  index.remove(names.indexOf('tail'));
  expect(search(index, 1, '翡翠湖泵站检修', 7)).not.toContain('frozen');
  expect(search(index, 1, '翡翠湖泵站检修', 7)).not.toContain('tail');
});

test('a text that asks more than a search reads is still found by what is rare in it', () => {
  const index = new ReleaseIndex();
  const common = Array.from({ length: 600 }, (_, i) => String.fromCharCode(0x4e00 + i)).join('');
  for (let i = 0; i < 2_100; i++) index.add(document(`n${i}`, 1, common));
  index.add(document('match', 1, `${common.slice(0, 300)}翡翠湖泵站检修`));
  expect(search(index, 1, `${common}翡翠湖泵站检修`, 7)[0]).toBe('match');
});

test('without what is too old it answers as an index that never held it', () => {
  const [aged, fresh] = [new ReleaseIndex(), new ReleaseIndex()];
  for (let i = 0; i < 2_500; i++) {
    const one = document(`n${i}`, (i * 7) % 30, `第${i}号地块${i % 11}期停水的通知`);
    aged.add(one);
    if (one.time >= START + 20 * DAY) fresh.add(one);
  }
  const before = aged.bytes();
  const gone = aged.removeBefore(START + 20 * DAY);
  expect([gone.length + aged.size, aged.size]).toEqual([2_500, fresh.size]);
  expect(aged.bytes()).toBeLessThan(before / 2);
  for (let i = 0; i < 2_500; i += 97) {
    const found = search(aged, 22, `第${i}号地块停水`, 30);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((name) => (Number(name.slice(1)) * 7) % 30 >= 20)).toBe(true);
  }
  expect(aged.removeBefore(START + 40 * DAY)).toHaveLength(fresh.size);
  expect([aged.size, aged.bytes(), search(aged, 22, '停水', 30)]).toEqual([0, 0, []]);
});

test('whatever the order of arrival, every release finds itself first', () => {
  const arrivals = fc.uniqueArray(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 });
  fc.assert(
    fc.property(arrivals, (days) => {
      const index = new ReleaseIndex();
      for (const day of days)
        index.add(
          document(
            `d${day}`,
            day,
            `第${day}号公报${String.fromCharCode(0x4e00 + day * 13)}${String.fromCharCode(0x5e00 + day * 7)}`,
          ),
        );
      return days.every(
        (day) =>
          search(
            index,
            day,
            `第${day}号公报${String.fromCharCode(0x4e00 + day * 13)}${String.fromCharCode(0x5e00 + day * 7)}`,
            1,
          )[0] === `d${day}`,
      );
    }),
    { numRuns: 20 },
  );
});
