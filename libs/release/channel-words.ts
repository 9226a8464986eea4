import type { ChannelWords } from './release.api.js';

/** What one channel says in place of the common title, summary or text. */
export interface OwnWords {
  readonly title?: string;
  readonly summary?: string;
  readonly text?: string;
}

export const ownWordsOf = (words: ChannelWords | undefined): OwnWords =>
  typeof words === 'string' ? { text: words } : (words ?? {});

/**
 * Written in one way only, because the digest is taken over it: a text alone is a bare string, as it was before titles and summaries
 * could differ, and what was signed then keeps its digest. Nothing of one's own is nothing.
 */
export const writtenWords = (
  overrides: Readonly<Record<string, ChannelWords>>,
): Record<string, ChannelWords> =>
  Object.fromEntries(
    Object.entries(overrides).flatMap(([accountId, words]): [string, ChannelWords][] => {
      const { text, ...rest } = ownWordsOf(words);
      if (Object.keys(rest).length > 0) return [[accountId, words]];
      return text === undefined ? [] : [[accountId, text]];
    }),
  );
