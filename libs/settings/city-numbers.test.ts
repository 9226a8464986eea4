import { expect, test } from '@jest/globals';
import { z } from 'zod';
import { CityNumbers } from './city-numbers.js';
import { section } from './section.js';

const clock = section(
  'clock',
  z.strictObject({
    release: z.strictObject({ limit: z.int().positive().nullable(), title: z.string() }),
    materials: z.strictObject({ limit: z.int().positive() }),
    alarm: z
      .strictObject({
        first: z.int().positive(),
        last: z.int().min(2).max(60),
        at: z.string().regex(/^\d\d:\d\d$/u),
      })
      .refine(({ first, last }) => first < last),
    own: z.strictObject({ days: z.int().positive().nullable() }),
    told: z
      .array(z.strictObject({ at: z.int().min(1).max(100), who: z.string() }))
      .refine(([first, second]) => (first?.at ?? 0) < (second?.at ?? 0)),
  }),
  () => [
    { path: ['release', 'limit'], unit: 'workday', bound: 'noMore', since: 'nextStart' },
    { path: ['materials', 'limit'], unit: 'workday', bound: 'noLess' },
    { path: ['alarm', 'first'], unit: 'hour', bound: 'free' },
    { path: ['alarm', 'last'], unit: 'hour', bound: 'free' },
    { path: ['alarm', 'at'], unit: 'timeOfDay', bound: 'free' },
    { path: ['own', 'days'], unit: 'day', bound: 'free' },
    { path: ['told', '0', 'at'], unit: 'percent', bound: 'free' },
    { path: ['told', '1', 'at'], unit: 'percent', bound: 'free' },
  ],
);
const files = {
  clock: {
    release: { limit: 10, title: '常规发布' },
    materials: { limit: 3 },
    alarm: { first: 5, last: 24, at: '08:30' },
    own: { days: null },
    told: [
      { at: 50, who: 'drafter' },
      { at: 80, who: 'approver' },
    ],
  },
};
const numbers = () => new CityNumbers([clock], files);

test('a hard number of the law may be made stricter and never laxer, in the direction that its limit counts', () => {
  const { places } = numbers();
  const allowedAt = (key: string) => places.get(`clock.${key}`)?.allowed.en;
  expect(allowedAt('release.limit')).toBe('a whole number from 1 to 10 (only stricter than the provision)');
  expect(allowedAt('materials.limit')).toBe(
    'a whole number from 3 to 10000 (only stricter than the provision)',
  );
  expect(allowedAt('alarm.last')).toBe('a whole number from 2 to 60');
  expect(allowedAt('alarm.at')).toBe('a time of day, e.g. 08:30');
});

test.each([
  ['release.limit', 10, true],
  ['release.limit', 11, false],
  ['release.limit', 0, false],
  ['release.limit', 2.5, false],
  ['release.limit', '5', false],
  ['release.title', '随意', false],
  ['materials.limit', 2, false],
  ['materials.limit', 5, true],
  ['alarm.last', 61, false],
  ['alarm.at', '9:00', false],
  ['alarm.at', '09:00', true],
  ['own.days', 30, true],
  ['told.0.at', 79, true],
  ['told.0.at', 80, false],
  ['told.1.at', 101, false],
  ['told.2.at', 90, false],
])('%s set to %p is allowed: %p', (key, value, allowed) => {
  expect(numbers().mistakeIn(`clock.${key}`, value) === null).toBe(allowed);
});

test('numbers that the section holds against each other are held against each other here too', () => {
  expect(numbers().mistakeIn('clock.alarm.first', 24)).not.toBeNull();
  expect(numbers().mistakeIn('clock.alarm.first', 23)).toBeNull();
});

test('and so are two that are both set: neither is taken that the other one bars, and one that the other allows is', () => {
  const held = numbers();
  held.take(new Map([['clock.alarm.first', 23]]));
  expect(held.mistakeIn('clock.alarm.last', 20)).not.toBeNull();
  expect(held.mistakeIn('clock.alarm.last', 40)).toBeNull();
  held.take(
    new Map([
      ['clock.alarm.first', 30],
      ['clock.alarm.last', 40],
    ]),
  );
  expect([held.inForce('clock.alarm.first'), held.inForce('clock.alarm.last')]).toEqual([30, 40]);
});

test('settings that were read before a number is set tell the new one, and the file’s again when it is taken back', () => {
  const held = numbers();
  const { release } = held.over(files).clock;
  expect(release).toEqual({ limit: 10, title: '常规发布' });
  held.take(new Map([['clock.release.limit', 7]]));
  expect({ ...release }).toEqual({ limit: 7, title: '常规发布' });
  held.take(new Map());
  expect(release.limit).toBe(10);
});

test('what a later file no longer allows does not hold', () => {
  const stricter = { clock: { ...files.clock, release: { limit: 5, title: '常规发布' } } };
  const held = new CityNumbers([clock], stricter);
  held.take(new Map([['clock.release.limit', 7]]));
  expect(held.inForce('clock.release.limit')).toBe(5);
});

test('a number in an item of a list is set like any other, and the rest of the list stays as it is', () => {
  const held = numbers();
  const { told } = held.over(files).clock;
  held.take(new Map([['clock.told.0.at', 60]]));
  expect(JSON.parse(JSON.stringify(told))).toEqual([
    { at: 60, who: 'drafter' },
    { at: 80, who: 'approver' },
  ]);
  expect(held.places.get('clock.told.0.at')?.allowed.en).toBe('a whole number from 1 to 100');
});
