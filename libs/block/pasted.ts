import type { Block } from './block.js';
import { anElement, childrenOf, isElement, type HtmlElement, type HtmlNode } from './html-node.js';
import { HtmlReader } from './html-reader.js';
import { plainHtml } from './office-html.js';
import type { Dropped } from './reading.js';

/** What stood on the clipboard, as far as a text can take it. */
export interface Pasted {
  readonly blocks: readonly Block[];
  readonly dropped: readonly Dropped[];
  /** Kept in another form (`office-html.ts`). */
  readonly changed: readonly Dropped[];
  /** Tracked changes: nothing of it is taken. */
  readonly isTracked: boolean;
}

/** How it looked and how it was made: nothing that one reads, so nobody is told that it is gone. */
const looks = new Set(['style', 'link', 'meta', 'xml', 'title', 'head']);
/** What would run: it stays behind, and is told. */
const programs = new Set(['script', 'object', 'embed', 'applet', 'base']);

/**
 * HTML from the clipboard, as the browser's own parser read it (which runs nothing of it), as blocks. A Heading 1 stays in the text:
 * the title has a field of its own.
 */
export const blocksFromPaste = (nodes: readonly HtmlNode[]): Pasted => {
  const dropped = new Map<string, number>();
  const drop = ({ what, count }: Dropped): void => void dropped.set(what, (dropped.get(what) ?? 0) + count);
  const taken = (node: HtmlNode): readonly HtmlNode[] => {
    if (!isElement(node)) return [node];
    if (looks.has(node.tagName)) return [];
    if (programs.has(node.tagName)) {
      drop({ what: 'script', count: 1 });
      return [];
    }
    return [renamed(node, childrenOf(node).flatMap(taken))];
  };
  const office = plainHtml(nodes.flatMap(taken));
  const reader = new HtmlReader();
  reader.read(office.nodes);
  for (const one of [...office.dropped, ...reader.dropped]) drop(one);
  return {
    blocks: reader.blocks,
    dropped: [...dropped].map(([what, count]) => ({ what, count })),
    changed: office.changed,
    isTracked: office.isTracked,
  };
};

const renamed = (element: HtmlElement, childNodes: readonly HtmlNode[]): HtmlElement =>
  element.tagName === 'h1' ? anElement('h2', childNodes) : { ...element, childNodes };
