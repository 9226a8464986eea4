import { blocksFromText } from '@koujing/block';
import type { ReleaseDraftInput } from '../../libs/release/release.api.js';
import { BadInput } from './bad-input.js';

/** @throws BadInput that names the file. */
export const jsonOf = (file: string, text: string): object => {
  try {
    const read: unknown = JSON.parse(text);
    if (typeof read === 'object' && read !== null && !Array.isArray(read)) return read;
  } catch {
    // Told below, as for any other value.
  }
  throw new BadInput(`${file}：不是一个 JSON 对象 (not a JSON object)`);
};

/** A file of words: its first line is the title. */
export const titleAndBlocks = (text: string): Pick<ReleaseDraftInput, 'title' | 'blocks'> => {
  const [title = '', ...rest] = text
    .replace(/^\u{feff}/u, '')
    .trim()
    .split(/\r?\n/u);
  return { title: title.trim(), blocks: blocksFromText(rest.join('\n').trim()) };
};
