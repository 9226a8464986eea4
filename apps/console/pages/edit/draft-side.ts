import type { LiveCheck } from '../../api/contract.js';

type Finding = LiveCheck['findings'][number];
type Fact = Finding['facts'][number];
type Side = Fact['a'];

/** What is no text of its own: an agreed line, and what an organ told the press (libs/conflict). */
const besideTexts = ({ release }: Side): 'line' | 'answer' | null =>
  release.startsWith('line:') ? 'line' : release.startsWith('answer:') ? 'answer' : null;

export interface Sides {
  readonly ours: Side;
  readonly theirs: Side;
  /** What the draft departs from. */
  readonly against: 'text' | 'line' | 'answer' | 'itself';
}

/**
 * The draft's side of a disagreement and the other one, which names a released text, an agreed line, an answer, or the draft itself:
 * its title, its sum, its words for a channel or its attachment.
 */
export const sidesOf = ({ a, b }: Fact, releases: readonly { readonly id: string }[]): Sides => {
  const other = (side: Side): boolean =>
    besideTexts(side) !== null || releases.some(({ id }) => id === side.release);
  if (!other(a) && !other(b)) return { ours: a, theirs: b, against: 'itself' };
  const [theirs, ours] = other(a) ? [a, b] : [b, a];
  return { ours, theirs, against: besideTexts(theirs) ?? 'text' };
};
