import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  describeLineError,
  isInstant,
  parseMatterLine,
  parseOrgans,
  parsePairLine,
  parseReleaseLine,
} from './release-line.js';

const good = {
  id: 'r1',
  organ: '市水务集团',
  title: '停水通知',
  body: '明日停水。',
  publishedAt: '2026-11-20T09:00:00+08:00',
};
const errorsOf = (value: unknown) => {
  const parsed = parseReleaseLine(JSON.stringify(value), 7);
  return parsed.ok ? [] : parsed.errors;
};

test('a whole line is read', () => {
  expect(
    parseReleaseLine(JSON.stringify({ ...good, jointWith: ['市住建局'], relayOf: { organ: '市政府' } }), 1)
      .ok,
  ).toBe(true);
});

test.each([
  ['a date without offset', { publishedAt: '2026-11-20T09:00:00' }, 'publishedAt', '2026-11-20T09:00:00'],
  [
    'a day that no calendar has',
    { publishedAt: '2026-02-30T09:00:00+08:00' },
    'publishedAt',
    '2026-02-30T09:00:00+08:00',
  ],
  ['a missing title', { title: undefined }, 'title', '缺少 (missing)'],
  ['an unknown kind', { kind: 'urgent' }, 'kind', 'urgent'],
  ['an unknown publication time outside pairs', { publishedAt: null }, 'publishedAt', 'null'],
  ['an empty organ', { organ: ' ' }, 'organ', ' '],
])('%s is named with line, field and what was found', (_, change, field, found) => {
  expect(errorsOf({ ...good, ...change })).toEqual([expect.objectContaining({ line: 7, field, found })]);
});

test('a body beyond the limit is named without being repeated', () => {
  const [error] = errorsOf({ ...good, body: '水'.repeat(2_000_001) });
  expect(error?.field).toBe('body');
  expect(error?.allowed).toContain('2000000');
  expect(describeLineError(error as NonNullable<typeof error>).length).toBeLessThan(300);
});

test('text that is no JSON is named by its line', () => {
  const parsed = parseReleaseLine('{"id": ', 3);
  expect(parsed.ok ? [] : parsed.errors.map(({ line }) => line)).toEqual([3]);
});

test('a pair may leave the publication time unknown', () => {
  expect(parsePairLine(JSON.stringify({ a: { ...good, publishedAt: null }, b: good }), 1).ok).toBe(true);
});

test('a pair without its second side is refused', () => {
  const parsed = parsePairLine(JSON.stringify({ a: good }), 1);
  expect(parsed.ok ? [] : parsed.errors[0]?.field).toBe('b');
});

test('organs without statutory issuers are read, matters need their due time', () => {
  expect(parseOrgans('{"organs":[{"name":"市气象局","remit":["天气预报"]}]}').ok).toBe(true);
  const parsed = parseMatterLine(
    '{"id":"m","title":"停水","owner":"市水务集团","openedAt":"2026-11-20T09:00:00+08:00"}',
    2,
  );
  expect(parsed.ok ? [] : parsed.errors[0]?.field).toBe('dueAt');
});

test('any line gives a result or an error, never a crash', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.json()),
      (line) => typeof parseReleaseLine(line, 1).ok === 'boolean',
    ),
  );
});

test('an instant always has an offset', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
      (date) => isInstant(date.toISOString()) && !isInstant(date.toISOString().replace('Z', '')),
    ),
  );
});
