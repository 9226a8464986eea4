import { randomInt } from 'node:crypto';

/** Without what is read wrongly from a slip of paper: 0 and o, 1, i and l. */
export const signs = 'abcdefghjkmnpqrstuvwxyz23456789';
const groupLength = 4;

/** Groups of four signs, 19.8 bits each, to be copied from paper. */
export const readableSecret = (groups: number): string =>
  Array.from({ length: groups }, () =>
    Array.from({ length: groupLength }, () => signs[randomInt(signs.length)]).join(''),
  ).join('-');
