export type DateFault = 'missing' | 'unreadable' | 'future';

/** When something was published, and what is amiss with what the source says of it. */
export interface SaidDate {
  readonly at: Date;
  readonly fault: DateFault | null;
}

/** A site's clock may be off, and a notice dated today at midnight is no prophecy; beyond a day it is a mistake. */
const aheadMs = 24 * 3_600_000;

/** Without an offset, as Chinese sites write it (`2026-10-04 01:39:11.0`, 2026年10月4日, 2026/10/4 1:39): the city's time. */
const civil =
  /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})日?(?:[T\s]+(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})(?:\.\d+)?秒?)?)?$/u;
const offsetMs = 8 * 3_600_000;

/** What cannot be used is told and replaced by the moment at which it was heard: later texts must not be put before earlier ones. */
export const readDate = (said: string | undefined, heardAt: Date): SaidDate => {
  const text = said?.trim() ?? '';
  if (text === '') return { at: heardAt, fault: 'missing' };
  const at = civilInstant(text) ?? withOffset(text);
  if (at === null || at.getUTCFullYear() < 1990) return { at: heardAt, fault: 'unreadable' };
  if (at.getTime() > heardAt.getTime() + aheadMs) return { at: heardAt, fault: 'future' };
  return { at, fault: null };
};

const civilInstant = (text: string): Date | null => {
  const match = civil.exec(text);
  if (match === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const back = new Date(utc);
  // 31 February is no day, whatever a calendar makes of it.
  if (back.getUTCMonth() !== month - 1 || back.getUTCDate() !== day || hour > 24 || minute > 59) return null;
  return new Date(utc - offsetMs);
};

/** RFC 822 and ISO 8601; a text without an offset would be read in the machine's zone, and is not. */
const withOffset = (text: string): Date | null => {
  if (!/(?:Z|GMT|UTC?|[+-]\d{2}:?\d{2}|\b[ECMP][SD]T)\)?$/u.test(text)) return null;
  // China's, on sites here: JavaScript takes it for the centre of America, fourteen hours off.
  const time = Date.parse(text.replace(/\bCST\)?$/u, '+0800'));
  return Number.isNaN(time) ? null : new Date(time);
};
