/** Only the head of a long release is indexed: the lead names the matter, annexes only add noise. */
const INDEXED_LENGTH = 4_000;

/** Keys at and above this value are slots; bigrams of private-use characters are dropped to keep the range free. */
const SLOT_SPACE = 0xf0000000;

/** Counts per character bigram; a key is both UTF-16 units in one unsigned 32-bit number, so no two bigrams share one. */
export function bigramCounts(normalised: string): Map<number, number> {
  const counts = new Map<number, number>();
  const end = Math.min(normalised.length, INDEXED_LENGTH);
  let previous = 0;
  for (let i = 0; i < end; i++) {
    const unit = normalised.charCodeAt(i);
    if (!isWordUnit(unit)) {
      previous = 0;
      continue;
    }
    if (previous !== 0) {
      const key = ((previous << 16) | unit) >>> 0;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    previous = unit;
  }
  return counts;
}

/** CJK, Latin letters and digits; punctuation and spaces break a bigram. */
function isWordUnit(unit: number): boolean {
  if (unit >= 0x4e00 && unit <= 0x9fff) return true;
  if (unit < 0x80)
    return (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
  return unit > 0xbf && unit < 0xd800 && !(unit >= 0x2000 && unit <= 0x303f);
}

/** FNV-1a of a slot such as `place|day`, folded into the slot key space (28 bits). */
export function slotKey(slot: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < slot.length; i++) {
    hash ^= slot.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return (SLOT_SPACE | (hash & 0x0fffffff)) >>> 0;
}
