import {
  anElement,
  attribute,
  childrenOf,
  isElement,
  textBelow,
  type HtmlElement,
  type HtmlNode,
} from './html-node.js';
import { withLists } from './office-lists.js';
import type { Dropped } from './reading.js';

/** What Word and WPS write was read, and what of it a text cannot take. */
export interface OfficeReading {
  readonly nodes: readonly HtmlNode[];
  readonly dropped: readonly Dropped[];
  /** Kept in another form: merged cells are parted, a table inside a cell is its text, struck letters are letters. */
  readonly changed: readonly Dropped[];
  /** Insertions and deletions that nobody has decided on: only a person can say which reading is meant. */
  readonly isTracked: boolean;
}

const pictures = new Set(['v:imagedata', 'v:shape', 'v:rect', 'v:group']);

/** HTML as Word, WPS and the clipboard write it, as plain HTML: lists as lists, their own elements opened, remarks left out. */
export const plainHtml = (nodes: readonly HtmlNode[]): OfficeReading => {
  const [dropped, changed] = [new Map<string, number>(), new Map<string, number>()];
  let isTracked = false;
  const count = (counts: Map<string, number>, what: string): readonly HtmlNode[] => {
    counts.set(what, (counts.get(what) ?? 0) + 1);
    return [];
  };
  const inside = (element: HtmlElement): HtmlElement => {
    const childNodes = withLists(childrenOf(element).flatMap(one));
    return { ...withoutOwnAddress(element), childNodes };
  };
  const one = (node: HtmlNode): readonly HtmlNode[] => {
    if (!isElement(node)) return [node];
    if (isRemark(node)) return count(dropped, 'remark');
    if (isChange(node)) isTracked = true;
    if (pictures.has(node.tagName) && textBelow(node).trim() === '') return count(dropped, 'img');
    if (node.tagName.includes(':') && node.tagName !== 'o:p') return childrenOf(node).flatMap(one);
    if (node.tagName === 's' || node.tagName === 'strike') count(changed, 'strike');
    if (node.tagName !== 'table') return [inside(node)];
    const only = onlyCell(node);
    if (only !== null) return [anElement('div', inside(only).childNodes)];
    if (hasSpans(node)) count(changed, 'merged cells');
    if (holdsTable(node)) count(changed, 'nested table');
    return [inside(node)];
  };
  const read = withLists(nodes.flatMap(one));
  return { nodes: read, dropped: listed(dropped), changed: listed(changed), isTracked };
};

const listed = (counts: ReadonlyMap<string, number>): readonly Dropped[] =>
  [...counts].map(([what, count]) => ({ what, count }));

const styleOf = (element: HtmlElement): string => attribute(element, 'style') ?? '';
const classOf = (element: HtmlElement): string => attribute(element, 'class') ?? '';

/** What a colleague remarked beside the text, and the mark that it hangs on. */
const isRemark = (element: HtmlElement): boolean =>
  /mso-element\s*:\s*comment(?:-list)?\b/iu.test(styleOf(element)) ||
  /\bmso(?:com|comment)/iu.test(classOf(element));

const isChange = (element: HtmlElement): boolean =>
  ((element.tagName === 'ins' || element.tagName === 'del') &&
    (attribute(element, 'datetime') ?? attribute(element, 'cite')) !== null) ||
  /\bmso(?:ins|del)\b/iu.test(classOf(element));

/** A place inside the same document, or a file of that computer: it leads nowhere from here, and is no loss. */
const withoutOwnAddress = (element: HtmlElement): HtmlElement =>
  element.tagName === 'a' && /^\s*(?:#|file:)/iu.test(attribute(element, 'href') ?? '')
    ? { ...element, attrs: element.attrs.filter(({ name }) => name !== 'href') }
    : element;

const cellsIn = (table: HtmlElement): readonly HtmlElement[] =>
  childrenOf(table)
    .filter(isElement)
    .flatMap((child) =>
      /^t[dh]$/u.test(child.tagName) ? [child] : child.tagName === 'table' ? [] : cellsIn(child),
    );

/** A frame around several paragraphs or another table is no table itself. */
const onlyCell = (table: HtmlElement): HtmlElement | null => {
  const [cell, ...others] = cellsIn(table);
  if (cell === undefined || others.length > 0) return null;
  const lines = childrenOf(cell).filter(
    (child) => isElement(child) && /^(?:p|div|h\d|ul|ol)$/u.test(child.tagName),
  );
  return holds(cell, 'table') || lines.length > 1 ? cell : null;
};

const hasSpans = (table: HtmlElement): boolean =>
  cellsIn(table).some((cell) =>
    ['colspan', 'rowspan'].some((name) => Number.parseInt(attribute(cell, name) ?? '1', 10) > 1),
  );

const holdsTable = (table: HtmlElement): boolean => cellsIn(table).some((cell) => holds(cell, 'table'));

const holds = (element: HtmlElement, tagName: string): boolean =>
  childrenOf(element).some(
    (child) => isElement(child) && (child.tagName === tagName || holds(child, tagName)),
  );
