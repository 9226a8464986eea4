import { Canvas } from '../sheet/canvas.js';
import { glyphLines } from '../sheet/glyph-lines.js';
import type { Site } from './site.js';
import { defaultAccent } from './style.js';

/** What a link shows where it is shared and its page has no picture. */
export const sharePath = 'share.png';

/** WeChat takes no smaller one than 300; square, since it cuts everything to a square. */
export const shareSize = 600;
const margin = 48;
const white = '#ffffff';
/** Longer names are set in more lines. */
const longestLine = 7;

type Shown = Pick<Site, 'name' | 'domain' | 'accent'>;

/** The institution's name in white on its colour. The same site gives the same bytes. */
export const portalSharePicture = ({ name, domain, accent = defaultAccent }: Shown): Uint8Array => {
  const key = JSON.stringify([name, domain, accent]);
  if (drawn?.key !== key) drawn = { key, picture: drawing({ name, domain, accent }) };
  return drawn.picture;
};

/** A tenth of a second's work, and the same is asked for again and again. */
let drawn: { readonly key: string; readonly picture: Uint8Array } | null = null;

const drawing = ({ name, domain, accent }: Required<Shown>): Uint8Array => {
  const canvas = new Canvas(shareSize, shareSize, accent);
  const write = (text: string, y: number, size: number): void => {
    canvas.fill(
      glyphLines({ type: 'text', text, x: shareSize / 2, y, size, anchor: 'middle', ink: 'text' }, 1),
      white,
    );
  };
  const lines = linesOf(name);
  const longest = Math.max(...lines.map((line) => [...line].length));
  const size = Math.min(84, (shareSize - 2 * margin) / longest);
  const step = size * 1.4;
  const top = shareSize / 2 - (lines.length * step) / 2;
  for (const [at, line] of lines.entries()) write(line, top + at * step + size, size);
  canvas.rectangle([margin, shareSize - 2.4 * margin, shareSize - 2 * margin, 3], white);
  write(domain, shareSize - margin * 1.3, Math.min(26, (2 * (shareSize - 2 * margin)) / domain.length));
  return canvas.png();
};

/** Broken between words where there is a place. */
const linesOf = (name: string): readonly string[] => {
  const words = [...new Intl.Segmenter('zh', { granularity: 'word' }).segment(name)].map(
    ({ segment }) => segment,
  );
  return words.reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1) ?? '';
    return lines.length > 0 && [...last, ...word].length <= longestLine
      ? [...lines.slice(0, -1), last + word]
      : [...lines, word];
  }, []);
};
