import { expect, test } from '@jest/globals';
import { cityClock, cityTime, instantOf, span, wallTime } from './city-time.js';

const now = new Date('2026-11-23T02:00:00Z');

test('times are the wall clock of the city', () => {
  expect(cityTime('2026-11-23T00:40:00Z', 'zh', now)).toBe('11月23日 08:40');
  expect(cityTime('2026-11-22T16:05:09+00:00', 'en', now)).toBe('11-23\u00a000:05');
  expect(cityClock('2026-11-23T00:40:12Z')).toBe('08:40:12');
});

test('another year is named', () => {
  expect(cityTime('2025-12-31T15:59:00Z', 'zh', now)).toBe('2025年12月31日 23:59');
});

test('a wall time of the city names one instant and comes back', () => {
  expect(instantOf('2026-11-23T10:30')).toBe('2026-11-23T10:30:00+08:00');
  expect(wallTime(new Date('2026-11-23T10:30:00+08:00'))).toBe('2026-11-23T10:30');
});

test('what is not a time names no instant', () => {
  expect(instantOf('')).toBeNull();
  expect(instantOf('2026-13-40T99:99')).toBeNull();
});

test('spans are said as a clerk says them', () => {
  expect([span(42, 'zh'), span(80, 'zh'), span(120, 'zh'), span(1440 * 2 + 60, 'zh')]).toEqual([
    '42分钟',
    '1小时20分',
    '2小时',
    '2天1小时',
  ]);
});
