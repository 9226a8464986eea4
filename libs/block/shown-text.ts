import { attributeOf, unescaped } from './xml-text.js';

/** Where a line of text ends, what is read as a letter, and the text itself; the rest of a paragraph are sizes and places. */
const marks = /<(\/?)(?:\w+:)?(p|br|cr|tab|ptab|noBreakHyphen|t)(?:\s[^<>]*)?\/?>/gu;
const letters: Readonly<Record<string, string>> = { noBreakHyphen: '-', tab: ' ', ptab: ' ' };

/** What a part shows, a line each: its paragraphs, those of its text boxes by themselves, and the values that are read. */
export const shownIn = (xml: string): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  let from = 0;
  for (const { index, 0: tag, 1: closes, 2: name = '' } of xml.matchAll(marks)) {
    if (name === 't') {
      if (closes === '') from = index + tag.length;
      else line += unescaped(xml.slice(from, index).replace(/<[^<>]*>/gu, ''));
    } else if (name in letters) line += letters[name] ?? '';
    else {
      lines.push(line);
      line = '';
    }
  }
  return [...lines, line, ...shownValues(xml)]
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '');
};

/** Watermarks, descriptions of drawings and tables, tips of links, and what a list puts before its items. */
const shownValues = (xml: string): readonly string[] =>
  [...xml.matchAll(/<[^<>]+>/gu)].flatMap(([tag]) => {
    if (/^<(?:\w+:)?(?:tblCaption|tblDescription)\s/u.test(tag)) return attributeOf(tag, 'val') ?? [];
    if (/^<(?:\w+:)?lvlText\s/u.test(tag)) return wordsOf(attributeOf(tag, 'val') ?? '');
    if (!/\s(?:\w+:)?(?:string|descr|title|alt|tooltip)\s*=/u.test(tag)) return [];
    return ['string', 'descr', 'title', 'alt', 'tooltip'].flatMap((name) => attributeOf(tag, name) ?? []);
  });

/** “第%1条” and a bullet say nothing; “秘密 %1” does. */
const wordsOf = (label: string): readonly string[] => (/\p{L}{2}/u.test(label) ? [label] : []);
