import { randomInt } from 'node:crypto';

/** Without what is read wrongly from a slip of paper: 0 and o, 1, i and l. */
const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 3;
const groupLength = 4;

/** A week: long enough for somebody on leave, short enough that a slip of paper found later opens nothing. */
export const firstPasswordMs = 7 * 86_400_000;

/** Twelve signs of 31 are 59 bits: not to be guessed within a week at the door's throttle. */
export const newFirstPassword = (): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => signs[randomInt(signs.length)]).join(''),
  ).join('-');
