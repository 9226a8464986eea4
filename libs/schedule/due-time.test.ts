import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { civilTime } from '@koujing/kernel';
import { dueTime } from './due-time.js';

const now = new Date('2026-11-23T07:00:00Z');
const codeOf = (text: string): string => {
  const due = dueTime(text, now);
  return due.ok ? 'ok' : due.error.code;
};

test('a time without its offset is refused with an example, never guessed', () => {
  for (const text of ['2026-11-24T08:00:00', '2026-11-24 08:00', '2026-11-24'])
    expect(dueTime(text, now)).toMatchObject({ ok: false, error: { code: 'offsetMissing', field: 'at' } });
});

test('a time in the past names that time and the present in the city’s zone', () => {
  const due = dueTime('2026-11-23T14:59:59+08:00', now);
  expect(due).toMatchObject({ ok: false, error: { code: 'inThePast' } });
  if (!due.ok) expect(due.error.message).toContain('2026-11-23T15:00:00.000+08:00');
});

test('a day that is not on the calendar is not a time', () => {
  for (const text of ['2027-02-30T08:00:00+08:00', '2026-11-24T25:00:00+08:00', '明天上午八点', ''])
    expect(codeOf(text)).toBe('notATime');
});

test('any future instant is understood in any offset', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date('2026-11-23T07:00:01Z'), max: new Date('2036-01-01'), noInvalidDate: true }),
      (at) => {
        expect(dueTime(civilTime(at), now)).toEqual({ ok: true, value: at });
        expect(dueTime(at.toISOString(), now)).toEqual({ ok: true, value: at });
      },
    ),
  );
});
