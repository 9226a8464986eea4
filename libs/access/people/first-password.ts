import { readableSecret } from '../readable-secret.js';

/** A week: long enough for somebody on leave, short enough that a slip of paper found later opens nothing. */
export const firstPasswordMs = 7 * 86_400_000;

/** 138 bits: what opens an account may not be guessed by any means (ASVS 11.5.1); it is typed once. */
const groups = 7;

export const newFirstPassword = (): string => readableSecret(groups);
