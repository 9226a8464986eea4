import { wordsOf } from '@koujing/text';
import { idf } from '@node-rs/jieba/dict.js';
import background from './term-background.json' with { type: 'json' };

/** Words that no table knows are mostly names; a two-character unknown is more often a slip of the segmenter. */
const UNKNOWN_IDF = 11.5;
const UNKNOWN_PAIR_IDF = 10;
/** The news background is much smaller than the general one: this lifts it to the same scale. */
const BACKGROUND_SHIFT = 4.5;

class Lexicon {
  private readonly general = readTable(idf);
  private readonly news = new Map<string, number>(Object.entries(background.documentFrequency));

  idf(word: string): number {
    const known = this.general.get(word) ?? (word.length === 2 ? UNKNOWN_PAIR_IDF : UNKNOWN_IDF);
    const seen = this.news.get(word);
    return seen === undefined
      ? known
      : Math.min(known, Math.log(background.documents / seen) + BACKGROUND_SHIFT);
  }
}

function readTable(bytes: Uint8Array): Map<string, number> {
  const table = new Map<string, number>();
  for (const line of new TextDecoder().decode(bytes).split('\n')) {
    const space = line.indexOf(' ');
    if (space > 0) table.set(line.slice(0, space), Number(line.slice(space + 1)));
  }
  return table;
}

const isContent = (word: string): boolean =>
  word.length >= 2 && /[\p{Script=Han}a-z]/u.test(word) && !/^\d/.test(word);

let lexicon: Lexicon | undefined;

/** Inverse document frequency, natural logarithm: common words about 3, names about 12. The tables load on the first call (about half a second). */
export function idfOf(word: string): number {
  lexicon ??= new Lexicon();
  return lexicon.idf(word);
}

/** Segmented content words of normalised text. */
export const contentWords = (text: string): readonly string[] => wordsOf(text).filter(isContent);
