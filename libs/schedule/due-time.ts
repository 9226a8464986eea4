import { civilTime, fail, ok, type Reason, type Result } from '@koujing/kernel';
import { scheduleRefusal } from './refusal.js';

const withOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?(?:Z|[+-]\d{2}:\d{2})$/u;
const withoutOffset = /^\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?)?$/u;

/** The instant of a due time as a person wrote it. A time without its offset is refused, never guessed. */
export const dueTime = (text: string, now: Date): Result<Date, Reason> => {
  if (withoutOffset.test(text)) return fail(scheduleRefusal.withoutOffset(text));
  if (!withOffset.test(text)) return fail(scheduleRefusal.notATime(text));
  const at = new Date(text);
  if (Number.isNaN(at.getTime()) || !isOnTheCalendar(text)) return fail(scheduleRefusal.notATime(text));
  if (at.getTime() <= now.getTime()) return fail(scheduleRefusal.inThePast(civilTime(at), civilTime(now)));
  return ok(at);
};

/** `2026-02-30` is read by JavaScript as 2 March: the public would get the release two days late. */
const isOnTheCalendar = (text: string): boolean => {
  const day = text.slice(0, 10);
  return new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);
};
