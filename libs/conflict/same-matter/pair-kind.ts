import { isPress, isUnknownOrgan } from '../organ-directory.js';

/** Kinds of pair decided apart, because thresholds do not transfer between kinds of text. */
export type PairKind = 'news' | 'notice';

const isOrgan = ({ organ }: { readonly organ: string }): boolean => !isUnknownOrgan(organ) && !isPress(organ);

/** Two organs' own releases are notices; where one side is the press or unknown, they are news. */
export const pairKind = (a: { readonly organ: string }, b: { readonly organ: string }): PairKind =>
  isOrgan(a) && isOrgan(b) ? 'notice' : 'news';
