import { afterEach, expect, jest, test } from '@jest/globals';
import { hearServerTime, serverNow } from './server-clock.js';

afterEach(() => {
  jest.useRealTimers();
});

test('the hour is the server’s, however wrong the clock of the PC is, and goes on between two answers', () => {
  jest.useFakeTimers({ now: new Date('2031-01-01T00:00:00Z') });
  hearServerTime('2026-11-23T01:00:00.000Z');
  expect(new Date(serverNow()).toISOString()).toBe('2026-11-23T01:00:00.000Z');
  jest.advanceTimersByTime(90_000);
  expect(new Date(serverNow()).toISOString()).toBe('2026-11-23T01:01:30.000Z');
});

test('the clock of the PC may be set while one works: nothing jumps', () => {
  jest.useFakeTimers({ now: new Date('2026-11-23T01:00:00Z') });
  hearServerTime('2026-11-23T01:00:00.000Z');
  jest.setSystemTime(new Date('2026-11-20T01:00:00Z'));
  expect(new Date(serverNow()).toISOString()).toBe('2026-11-23T01:00:00.000Z');
});

test('an answer without an hour, or with none that can be read, changes nothing', () => {
  jest.useFakeTimers({ now: new Date('2026-11-23T01:00:00Z') });
  hearServerTime('2026-11-23T02:00:00.000Z');
  hearServerTime(null);
  hearServerTime('soon');
  expect(new Date(serverNow()).toISOString()).toBe('2026-11-23T02:00:00.000Z');
});
