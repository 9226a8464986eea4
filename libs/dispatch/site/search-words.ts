import { wordsOf } from '@koujing/text';

/** Words that stand in every text and find nothing. */
const idle = new Set([
  '的',
  '了',
  '在',
  '和',
  '与',
  '及',
  '或',
  '是',
  '为',
  '对',
  '等',
  '于',
  '将',
  '并',
  '其',
]);
/** A tsvector takes no longer words; a name that long is searched by its parts. */
const longest = 200;

/** Full-width letters and digits as people type them, and no difference of case. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

const isWord = (word: string): boolean =>
  /[\p{L}\p{N}]/u.test(word) && !idle.has(word) && word.length <= longest;

/** Neighbouring characters of Chinese runs: 供水管网 is cut as 供水管 and 网, and must be found by 管网 all the same. */
const pairsOf = (text: string): readonly string[] =>
  (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => {
    const signs = [...run];
    return signs.slice(1).map((sign, at) => `${signs[at] ?? ''}${sign}`);
  });

/** What a text is found by: its words and its pairs of characters, each once. */
export const indexedWords = (text: string): readonly string[] => {
  const plain = folded(text);
  return [...new Set([...wordsOf(plain).filter(isWord), ...pairsOf(plain)])];
};

/** A word of its own kind, which no text can hold: how account, organ and column are asked for. */
export const tagged = (kind: 'account' | 'organ' | 'column', name: string): string => `${kind}\u001F${name}`;

/** The words that are asked for, in order; the same sentence is cut as it is in the texts. */
export const askedWords = (question: string): readonly string[] => [
  ...new Set(wordsOf(folded(question)).filter(isWord)),
];

/** As PostgreSQL writes a query: every word (or every part of it) must be there, or with `some` any of them. */
export const tsquery = (words: readonly string[], tags: readonly string[], how: 'all' | 'some'): string => {
  const asked = words.map(how === 'all' ? wordOrParts : anyPart).join(how === 'all' ? ' & ' : ' | ');
  return [`(${asked})`, ...tags.map(lexeme)].join(' & ');
};

/** The same name may be cut otherwise inside a text: then its pairs are there. */
const wordOrParts = (word: string): string => {
  const pairs = pairsOf(word);
  return pairs.length < 2 ? lexeme(word) : `(${lexeme(word)} | (${pairs.map(lexeme).join(' & ')}))`;
};

const anyPart = (word: string): string => [...new Set([word, ...pairsOf(word)])].map(lexeme).join(' | ');

const lexeme = (word: string): string => `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
