import { conceptsIn } from '../facts/concept.js';
import { keySet, type KeySet } from './key-set.js';

/** What comes later than this is background. */
const HEAD = 200;

/** The things that the head speaks of, by the rows of `concept.ts`: 停水 and 自来水 are one. */
export const thingsIn = (text: string): KeySet => keySet(conceptsIn(text.slice(0, HEAD)));
