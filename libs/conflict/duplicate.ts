import type { Profile } from './same-matter/profile.js';

/**
 * Probability that one text is the other released again with no new fact. Length differs little, nearly all bigrams of the
 * shorter stand in the longer, and neither has a figure, a day or a rare word of its own. The worse mistake is to call next
 * month's bulletin a copy: every unmatched figure costs far more than a replaced stock word.
 */
export function duplicateProbability(a: Profile, b: Profile): number {
  if (a.text === b.text) return 1;
  const common = overlap(a.bigrams, b.bigrams);
  const shorter = Math.max(1, Math.min(a.bigrams.size, b.bigrams.size));
  const longer = Math.max(1, Math.max(a.bigrams.size, b.bigrams.size));
  const alike = 0.6 * (common / shorter) + 0.4 * (common / longer);
  const [newer, older] = (a.time ?? 0) >= (b.time ?? 0) ? [a, b] : [b, a];
  const strange = unmatched(newer.figures, older.figures) + unmatched(newer.days, older.days);
  const base = 1 / (1 + Math.exp(-24 * (alike - 0.8)));
  const names = 1 - Math.min(0.9, 1.5 * rareShare(newer, older));
  return base * names * 0.35 ** strange;
}

function overlap<T>(x: ReadonlySet<T>, y: ReadonlySet<T>): number {
  let common = 0;
  for (const item of x) if (y.has(item)) common++;
  return common;
}

function unmatched<T>(x: ReadonlySet<T>, y: ReadonlySet<T>): number {
  let count = 0;
  for (const item of x) if (!y.has(item)) count++;
  return count;
}

/** Share of the newer text's rare mass that the older text does not have. */
function rareShare(newer: Profile, older: Profile): number {
  let strange = 0;
  for (const [word, rarity] of newer.words)
    if (rarity >= 0.4 && !older.words.has(word) && !older.text.includes(word)) strange += rarity;
  return strange / Math.max(1, newer.mass);
}
