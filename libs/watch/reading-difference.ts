import type { ReadFile, Reading } from '@koujing/channel';
import type { Difference } from '../dispatch/dispatch.api.js';

/** So many are told; beyond that the whole text is another one. */
const most = 6;
/** Of each side: a paragraph is shown, not a page. */
const longest = 300;

/**
 * What a reader finds otherwise than it was approved: title, text, numbers, links, files, and what stands round the text; white
 * space and what the platform adds beside the text (views, likes) are not in a reading. Pure.
 */
export const differencesOf = (expected: Reading, shown: Reading): readonly Difference[] => {
  const [before, after] = [linesOf(expected.text), linesOf(shown.text)];
  const gone = leftOut(before, after);
  const come = leftOut(after, before);
  const title = before[0];
  const lines = Array.from({ length: Math.max(gone.length, come.length) }, (_, index): Difference => {
    const [published = '', seen = ''] = [gone[index], come[index]];
    const isTitle = published !== '' && published === title;
    return {
      part: isTitle ? 'title' : onlyNumbers(published, seen) ? 'number' : 'text',
      published: cut(published),
      shown: cut(seen),
    };
  });
  return [
    ...lines,
    ...listDifferences('link', expected.links, shown.links),
    ...fileDifferences(expected.files, shown.files),
    ...listDifferences('around', expected.around, shown.around),
  ].slice(0, most);
};

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');

/** Lines of the one that the other has not, as often as they are missing. */
const leftOut = (lines: readonly string[], others: readonly string[]): readonly string[] => {
  const left = [...others];
  return lines.filter((line) => {
    const at = left.indexOf(line);
    if (at === -1) return true;
    left.splice(at, 1);
    return false;
  });
};

const digits = /[0-9０-９]+(?:[.．,，:：][0-9０-９]+)*/gu;
const onlyNumbers = (a: string, b: string): boolean =>
  a !== '' && b !== '' && a.replace(digits, '#') === b.replace(digits, '#');

const listDifferences = (
  part: 'link' | 'around',
  expected: readonly string[] | undefined,
  shown: readonly string[] | undefined,
): readonly Difference[] => {
  if (expected === undefined || shown === undefined) return [];
  const gone = leftOut(expected, shown);
  const come = leftOut(shown, expected);
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
    part,
    ...{ published: cut(gone[index] ?? ''), shown: cut(come[index] ?? '') },
  }));
};

/** Of the files that are still shown or offered; one that is not is told by its link. */
const fileDifferences = (
  expected: readonly ReadFile[] | undefined,
  shown: readonly ReadFile[] | undefined,
): readonly Difference[] => {
  if (expected === undefined || shown === undefined) return [];
  const standing = new Map(shown.map(({ path, sha256 }) => [path, sha256]));
  return expected.flatMap(({ path, sha256 }): readonly Difference[] => {
    const stands = standing.get(path);
    if (stands === undefined || stands === sha256) return [];
    const told = stands === null ? '' : `${path}（SHA-256 ${stands.slice(0, 16)}…）`;
    return [{ part: 'file', published: `${path}（SHA-256 ${(sha256 ?? '').slice(0, 16)}…）`, shown: told }];
  });
};

/** A nought among the letters, or half a letter, which the database refuses: one such file must not blind the watch. */
export const storable = (text: string): string => text.replaceAll('\0', '␀').toWellFormed();

const cut = (line: string): string => storable(line.length <= longest ? line : `${line.slice(0, longest)}…`);
