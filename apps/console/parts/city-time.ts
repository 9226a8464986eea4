import { serverDate } from '../api/server-clock.js';
import type { Language } from '../language/language.js';

/**
 * Civil times are the city's, wherever the browser stands (STYLE: "Times"). China keeps one offset all year (its summer time ended in
 * 1991, before anything that is kept here): a wall time names one instant, and to read it takes an addition. A formatter of the browser
 * for each of the thirty rows of a list was a fifth of what the list cost to show.
 */
const offset = '+08:00';
const offsetMs = 8 * 3_600_000;

const parts = (iso: string) => {
  const [date = '', time = ''] = new Date(Date.parse(iso) + offsetMs).toISOString().split('T');
  const [year = '', month = '', day = ''] = date.split('-');
  const [hour = '', minute = '', second = ''] = time.slice(0, 'hh:mm:ss'.length).split(':');
  return { year, month, day, hour, minute, second };
};

/** `11月23日 08:40`, with the year where it is not `now`'s. In English no line breaks between day and hour. */
export const cityTime = (iso: string, language: Language, now: Date = serverDate()): string => {
  const at = parts(iso);
  const sameYear = at.year === parts(now.toISOString()).year;
  const clock = `${at.hour}:${at.minute}`;
  if (language === 'en') return `${sameYear ? '' : `${at.year}-`}${at.month}-${at.day}\u00a0${clock}`;
  return `${sameYear ? '' : `${at.year}年`}${Number(at.month)}月${Number(at.day)}日 ${clock}`;
};

/** `08:40:12`, for what happens while one looks. */
export const cityClock = (iso: string): string => {
  const at = parts(iso);
  return `${at.hour}:${at.minute}:${at.second}`;
};

/** The value of a `datetime-local` field that shows the city's wall time: `2026-11-23T08:40`. */
export const wallTime = (instant: Date): string => {
  const at = parts(instant.toISOString());
  return `${at.year}-${at.month}-${at.day}T${at.hour}:${at.minute}`;
};

/** The instant that a wall time of the city names, ISO 8601 with offset; null if it names none. */
export const instantOf = (wall: string): string | null =>
  /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(wall) && !Number.isNaN(new Date(`${wall}:00${offset}`).getTime())
    ? `${wall}:00${offset}`
    : null;

/** Minutes as a clerk says them: `42分钟`, `3小时20分`, `2天`. */
export const span = (minutes: number, language: Language): string => {
  const whole = Math.max(0, Math.round(minutes));
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60];
  if (language === 'en')
    return days > 0 ? `${days} d ${hours} h` : hours > 0 ? `${hours} h ${rest} min` : `${rest} min`;
  if (days > 0) return hours > 0 ? `${days}天${hours}小时` : `${days}天`;
  if (hours > 0) return rest > 0 ? `${hours}小时${rest}分` : `${hours}小时`;
  return `${rest}分钟`;
};
