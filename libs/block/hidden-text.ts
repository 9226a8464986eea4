import { storiesOf, xmlOf, type DocxParts, type Story } from './docx-stories.js';
import { hiddenByStyles, vanishes, type HiddenByStyles } from './hiding-styles.js';
import { attributeOf, readable } from './xml-text.js';

/** A stretch that is not shown, and the paragraph that it stands in. */
interface Hidden {
  readonly from: number;
  readonly to: number;
  readonly place: number;
}

/** A run or a drawing that is open, with what it says of itself. */
interface Frame {
  readonly from: number;
  readonly isRun: boolean;
  /** How many paragraphs were open with it: a property that stands deeper is of a text box. */
  readonly depth: number;
  hides: boolean | null;
  style: string;
}

const marks =
  /<(\/?)(?:\w+:)?(tbl|p|r|drawing|pict|object|tblStyle|pStyle|rStyle|vanish|docPr|cNvPr|shape|group|rect|roundrect|oval|line|polyline|curve|arc|image)((?:\s[^<>]*)?\/?)>/gu;

/** One pass over the text. Runs and paragraphs stand inside one another only through text boxes. */
class HiddenReader {
  readonly #found: Hidden[] = [];
  readonly #tables: { style: string }[] = [];
  readonly #paragraphs: { readonly place: number; style: string }[] = [];
  readonly #open: Frame[] = [];
  #place = 0;

  constructor(private readonly byStyles: HiddenByStyles) {}

  read(xml: string): readonly Hidden[] {
    for (const { index, 0: tag, 1: closes, 2: name = '', 3: attributes = '' } of xml.matchAll(marks)) {
      if (closes === '') this.#says(name, tag);
      if (attributes.endsWith('/')) continue;
      if (closes === '') this.#begin(name, index);
      else this.#end(name, index + tag.length);
    }
    return this.#found;
  }

  #says(name: string, tag: string): void {
    const [table, paragraph, frame] = [this.#tables.at(-1), this.#paragraphs.at(-1), this.#open.at(-1)];
    if (name === 'tblStyle' && table !== undefined) table.style = attributeOf(tag, 'val') ?? '';
    if (name === 'pStyle' && paragraph !== undefined) paragraph.style = attributeOf(tag, 'val') ?? '';
    if (frame === undefined) return;
    if (isUnseen(name, tag)) frame.hides = true;
    if (!frame.isRun || frame.depth !== this.#paragraphs.length) return;
    if (name === 'vanish') frame.hides ??= vanishes(tag);
    if (name === 'rStyle' && frame.style === '') frame.style = attributeOf(tag, 'val') ?? '';
  }

  #begin(name: string, from: number): void {
    if (name === 'tbl') this.#tables.push({ style: '' });
    if (name === 'p') this.#paragraphs.push({ place: (this.#place += 1), style: '' });
    if (name === 'r' || drawings.has(name))
      this.#open.push({
        ...{ from, isRun: name === 'r', depth: this.#paragraphs.length },
        ...{ hides: null, style: '' },
      });
  }

  #end(name: string, to: number): void {
    if (name === 'tbl') this.#tables.pop();
    if (name === 'p') this.#paragraphs.pop();
    const frame = name === 'r' || drawings.has(name) ? this.#open.pop() : undefined;
    if (frame === undefined || !this.#isHidden(frame)) return;
    while ((this.#found.at(-1)?.from ?? -1) > frame.from) this.#found.pop();
    this.#found.push({ from: frame.from, to, place: this.#paragraphs.at(-1)?.place ?? 0 });
  }

  #isHidden({ isRun, hides, style: run }: Frame): boolean {
    if (hides !== null || !isRun) return hides === true;
    const paragraph = this.#paragraphs.at(-1)?.style ?? '';
    return this.byStyles({ run, paragraph, table: this.#tables.at(-1)?.style ?? '' });
  }
}

const drawings: ReadonlySet<string> = new Set(['drawing', 'pict', 'object']);

/** Of a drawing: what Word's selection pane switched off (ISO/IEC 29500-1 20.4.2.5), or the style of an older shape. */
const isUnseen = (name: string, tag: string): boolean =>
  name === 'docPr' || name === 'cNvPr'
    ? ['1', 'true', 'on'].includes(attributeOf(tag, 'hidden') ?? '')
    : /visibility\s*:\s*hidden|display\s*:\s*none/iu.test(attributeOf(tag, 'style') ?? '');

interface Shown {
  /** The story without what its writer had hidden. */
  readonly shown: string;
  /** What was hidden, a paragraph each. */
  readonly hidden: readonly string[];
}

/**
 * A converter takes hidden text as text like any other: what an office had hidden would be published. It is taken out
 * and told.
 */
const withoutHidden = (xml: string, byStyles: HiddenByStyles): Shown => {
  const hidden = new Map<number, string>();
  let shown = '';
  let at = 0;
  for (const { from, to, place } of new HiddenReader(byStyles).read(xml)) {
    const run = xml.slice(from, to);
    shown += xml.slice(at, from);
    at = to;
    hidden.set(place, `${hidden.get(place) ?? ''}${wordsOf(run)}`);
  }
  return { shown: shown + xml.slice(at), hidden: [...hidden.values()].filter((text) => text !== '') };
};

/** A picture can be hidden as well as a word. */
const wordsOf = (run: string): string =>
  readable(run) + (/<(?:\w+:)?(?:drawing|pict|object)[\s>]/u.test(run) ? '〔图片 picture〕' : '');

type ShownStory = Story & Shown;

const known = new WeakMap<DocxParts, readonly ShownStory[]>();

/** Every story of a document without what was hidden in it; read once, however many ask. */
export const shownStories = (parts: DocxParts): readonly ShownStory[] => {
  const before = known.get(parts);
  if (before !== undefined) return before;
  const byStyles = hiddenByStyles(xmlOf(parts, 'word/styles.xml'));
  const stories = storiesOf(parts).map((story) => ({ ...story, ...withoutHidden(story.xml, byStyles) }));
  known.set(parts, stories);
  return stories;
};
