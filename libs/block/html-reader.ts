import type { Block, Run } from './block.js';
import { blockLimits, safeHref } from './block-limits.api.js';
import { leaveOut, type Embedded, type TakePicture } from './embedded-picture.js';
import { attribute, childrenOf, isElement, textValue, type HtmlElement, type HtmlNode } from './html-node.js';
import { readTable } from './html-table.js';
import type { Dropped } from './reading.js';
import { readable, tidy, type Marks } from './runs.js';

/** Not text: left out whole and listed. */
const left = new Set(
  'style link iframe frame frameset noscript template svg math canvas video audio track map area input select textarea button datalist progress meter dialog param'.split(
    ' ',
  ),
);
/** Left out without a word: they never hold text. */
const silent = new Set(['meta', 'head', 'hr', 'wbr', 'col', 'colgroup', 'rp', 'rt', 'source']);
const inline = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb ruby s samp small span strike strong sub sup time tt u var o:p'.split(
    ' ',
  ),
);
const headings: Readonly<Record<string, 2 | 3 | 4>> = { h1: 2, h2: 2, h3: 3, h4: 4, h5: 4, h6: 4 };

type Frame = { readonly kind: 'paragraph' | 'quote'; readonly align?: 'center' | 'right' };

/** Turns a tree of HTML into blocks. One reader reads one document. */
export class HtmlReader {
  readonly blocks: Block[] = [];
  title: string | null = null;
  readonly #dropped = new Map<string, number>();
  readonly #embedded: Embedded;
  readonly #take: TakePicture;
  #documentTitle: string | null = null;
  #line: Run[] = [];
  /** Pictures met inside a table, a list or a heading: the model has no place for them there, so they follow it. */
  #waiting: Block[] = [];

  constructor(embedded: Embedded = new Map(), take: TakePicture = leaveOut) {
    this.#embedded = embedded;
    this.#take = take;
  }

  read(nodes: readonly HtmlNode[]): void {
    this.#flow(nodes, {}, { kind: 'paragraph' });
    this.#endLine({ kind: 'paragraph' });
    this.blocks.push(...this.#waiting.splice(0));
    this.title ??= this.#documentTitle;
  }

  get dropped(): Dropped[] {
    return [...this.#dropped].map(([what, count]) => ({ what, count }));
  }

  #flow(nodes: readonly HtmlNode[], marks: Marks, frame: Frame): void {
    for (const node of nodes) {
      const text = textValue(node);
      if (text !== null) this.#line.push({ text: readable(text), ...marks });
      else if (isElement(node) && !this.#leave(node)) this.#element(node, marks, frame);
    }
  }

  #element(element: HtmlElement, marks: Marks, frame: Frame): void {
    const { tagName } = element;
    if (inline.has(tagName)) return this.#flow(childrenOf(element), this.#marked(element, marks), frame);
    this.#endLine(frame);
    const level = headings[tagName];
    if (level) this.#heading(element, level);
    else if (tagName === 'ul' || tagName === 'ol')
      this.#add({ type: 'list', ordered: tagName === 'ol', items: this.#items(element) });
    else if (tagName === 'table') this.#add(readTable(element, (cell) => this.#runsIn(cell)));
    else if (tagName === 'img') this.#pictures(element);
    else if (tagName === 'title') this.#documentTitle ??= textOf(this.#runsIn(element)) || null;
    else if (tagName !== 'br') {
      if (tagName === 'form') this.#drop('form');
      const inner = frameOf(element, frame);
      this.#flow(childrenOf(element), marks, inner);
      this.#endLine(inner);
    }
  }

  /** True for what is not taken over. */
  #leave(element: HtmlElement): boolean {
    if (silent.has(element.tagName)) return true;
    const isHidden =
      attribute(element, 'hidden') !== null ||
      /display\s*:\s*none|mso-hide\s*:\s*all/iu.test(attribute(element, 'style') ?? '');
    if (!isHidden && !left.has(element.tagName)) return false;
    this.#drop(isHidden ? 'hidden text' : element.tagName);
    return true;
  }

  #drop(what: string): void {
    this.#dropped.set(what, (this.#dropped.get(what) ?? 0) + 1);
  }

  #marked(element: HtmlElement, marks: Marks): Marks {
    const { tagName } = element;
    const style = attribute(element, 'style') ?? '';
    if (tagName === 'b' || tagName === 'strong' || /font-weight\s*:\s*(?:bold|[6-9]00)/iu.test(style))
      return { ...marks, bold: true };
    if (tagName === 'i' || tagName === 'em') return { ...marks, italic: true };
    const href = tagName === 'a' ? attribute(element, 'href')?.trim() : undefined;
    if (href === undefined || href === '') return marks;
    if (safeHref.test(href)) return { ...marks, href };
    this.#drop('link');
    return marks;
  }

  /** The first Heading 1 is the title; a page has only one. */
  #heading(element: HtmlElement, level: 2 | 3 | 4): void {
    const runs = this.#runsIn(element);
    if (element.tagName === 'h1' && this.title === null && runs.length > 0) this.title = textOf(runs);
    else if (runs.length > 0) this.#add({ type: 'heading', level, runs });
  }

  /** Items of inner lists follow their own item: the model has one level. */
  #items(list: HtmlElement): Run[][] {
    return childrenOf(list).flatMap((child) => {
      if (!isElement(child) || this.#leave(child)) return [];
      const inner = descendantLists(child);
      const own = tidy(this.#inlineRuns([child], {}, new Set(inner)));
      return [...(own.length > 0 ? [own] : []), ...inner.flatMap((each) => this.#items(each))];
    });
  }

  #pictures(element: HtmlElement): void {
    for (const picture of this.#picture(element)) this.#add(picture);
  }

  /** No block where the picture is left out; that is listed. */
  #picture(element: HtmlElement): Block[] {
    const alt = cut(readable(attribute(element, 'alt') ?? '').trim());
    const assetSha256 = this.#asset(element, alt);
    if (assetSha256 === null) return [];
    const caption = readable(attribute(element, 'data-caption') ?? '').trim();
    return [{ type: 'image', assetSha256, alt, ...(caption ? { caption } : {}) }];
  }

  #asset(element: HtmlElement, alt: string): string | null {
    const known = attribute(element, 'data-asset') ?? '';
    if (/^[0-9a-f]{64}$/u.test(known)) return known;
    const bytes = this.#embedded.get((attribute(element, 'src') ?? '').trim());
    const answer = (bytes === undefined ? leaveOut : this.#take)(bytes?.() ?? new Uint8Array(), alt);
    if (answer.kind === 'taken') return answer.sha256;
    this.#drop(answer.what);
    return null;
  }

  #runsIn(element: HtmlElement): Run[] {
    return tidy(this.#inlineRuns(childrenOf(element), {}, new Set()));
  }

  /** Everything below as one stretch of text; a block's edge counts as a blank. */
  #inlineRuns(nodes: readonly HtmlNode[], marks: Marks, skip: ReadonlySet<HtmlNode>): Run[] {
    return nodes.flatMap((node) => {
      const text = textValue(node);
      if (text !== null) return [{ text: readable(text), ...marks }];
      if (!isElement(node) || skip.has(node) || this.#leave(node)) return [];
      if (node.tagName === 'img') this.#waiting.push(...this.#picture(node));
      const inner = this.#inlineRuns(childrenOf(node), this.#marked(node, marks), skip);
      return inline.has(node.tagName) ? inner : [{ text: ' ' }, ...inner, { text: ' ' }];
    });
  }

  #endLine({ kind, align }: Frame): void {
    const runs = tidy(this.#line);
    this.#line = [];
    if (runs.length === 0) return;
    this.#add(
      kind === 'quote' ? { type: 'quote', runs } : { type: 'paragraph', runs, ...(align ? { align } : {}) },
    );
  }

  #add(block: Block): void {
    const isEmpty =
      (block.type === 'list' && block.items.length === 0) ||
      (block.type === 'table' && block.rows.length === 0);
    if (!isEmpty) this.blocks.push(block);
    this.blocks.push(...this.#waiting.splice(0));
  }
}

/** Office programs write whole paragraphs of guesses there; what is cut is shown to the drafter, who writes it anew. */
const cut = (alt: string): string => alt.slice(0, blockLimits.altCharacters).toWellFormed();

const textOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

const descendantLists = (node: HtmlNode): HtmlElement[] =>
  childrenOf(node).flatMap((child) =>
    isElement(child) && (child.tagName === 'ul' || child.tagName === 'ol') ? [child] : descendantLists(child),
  );

const frameOf = (element: HtmlElement, outer: Frame): Frame => {
  const style = attribute(element, 'style') ?? '';
  const align = (
    /text-align\s*:\s*(center|right|left|justify)/iu.exec(style)?.[1] ??
    attribute(element, 'align') ??
    (element.tagName === 'center' ? 'center' : outer.align)
  )?.toLowerCase();
  return {
    kind: element.tagName === 'blockquote' ? 'quote' : outer.kind,
    ...(align === 'center' || align === 'right' ? { align } : {}),
  };
};
