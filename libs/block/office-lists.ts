import {
  anElement,
  attribute,
  childrenOf,
  isElement,
  textBelow,
  type HtmlElement,
  type HtmlNode,
} from './html-node.js';

/** A paragraph that Word or WPS shows as an item of a list, and what it shows before it. */
interface OfficeItem {
  readonly paragraph: HtmlElement;
  /** Without blanks: `·`, `1.`, `（一）`; '' where the item shows nothing. */
  readonly marker: string;
  readonly content: readonly HtmlNode[];
}

type Kind = 'bullets' | 'numbers' | 'words';

const styleOf = (element: HtmlElement): string => attribute(element, 'style') ?? '';
const marksItself = (element: HtmlElement): boolean => /mso-list\s*:\s*ignore/iu.test(styleOf(element));
const isListed = (element: HtmlElement): boolean =>
  element.tagName === 'p' && /mso-list\s*:\s*[a-z]?l\d/iu.test(styleOf(element));

const callsItself = (element: HtmlElement): boolean =>
  isListed(element) || /\bMsoListParagraph/u.test(attribute(element, 'class') ?? '');

/** One letter of Symbol or Wingdings that is drawn as a bullet, or a bullet itself. */
const glyph = /^[·•●○■□◆◇▪▫►➢➤✓✔\u{F0A7}\u{F0B7}\u{F0D8}\u{F06C}\u{F06E}\u{F075}\u{F0FC}Ø§üvlnuwo*–—-]$/u;
/**
 * The same typed by hand: without the letters, which begin words, and without the hollow ones, which are boxes to tick; before a blank,
 * or in a paragraph that the office program itself calls one of a list.
 */
const typed = { anywhere: /^([·•●■◆▪►➢➤])\s+/u, inList: /^([·•●■◆▪►➢➤])\s*/u } as const;
const number = /^(\d{1,3})[.．、)）]?$/u;

/** What stands before the item is taken out of it, wherever it is nested. */
const withoutMarker = (
  nodes: readonly HtmlNode[],
): { readonly marker: string; readonly rest: readonly HtmlNode[] } => {
  let marker = '';
  const rest = nodes.flatMap((node): HtmlNode[] => {
    if (!isElement(node)) return [node];
    if (marksItself(node)) {
      marker += textBelow(node);
      return [];
    }
    const inner = withoutMarker(childrenOf(node));
    marker += inner.marker;
    return [{ ...node, childNodes: inner.rest }];
  });
  return { marker, rest };
};

/** A bullet that somebody typed at the head of a paragraph of a list, or of any paragraph with nothing but a bullet before it. */
const withoutTyped = (
  nodes: readonly HtmlNode[],
  mark: RegExp,
): { readonly marker: string; readonly rest: readonly HtmlNode[] } => {
  const [first, ...others] = nodes;
  if (first === undefined) return { marker: '', rest: nodes };
  if (isElement(first)) {
    const inner = withoutTyped(childrenOf(first), mark);
    return { marker: inner.marker, rest: [{ ...first, childNodes: inner.rest }, ...others] };
  }
  if (!('value' in first)) {
    const inner = withoutTyped(others, mark);
    return { marker: inner.marker, rest: [first, ...inner.rest] };
  }
  const text = first.value.trimStart();
  const [whole, marker] = mark.exec(text) ?? [];
  if (whole === undefined || marker === undefined) return { marker: '', rest: nodes };
  return { marker, rest: [{ ...first, value: text.slice(whole.length) }, ...others] };
};

const itemOf = (node: HtmlNode): OfficeItem | null => {
  if (!isElement(node) || node.tagName !== 'p') return null;
  const children = childrenOf(node);
  const { marker, rest } = isListed(node) ? withoutMarker(children) : { marker: '', rest: children };
  const written = marker.replace(/[\s\u{A0}]+/gu, '');
  if (written !== '') return { paragraph: node, marker: written, content: rest };
  const byHand = withoutTyped(rest, callsItself(node) ? typed.inList : typed.anywhere);
  if (byHand.marker !== '') return { paragraph: node, marker: byHand.marker, content: byHand.rest };
  return isListed(node) ? { paragraph: node, marker: '', content: rest } : null;
};

const kindOf = ({ marker }: OfficeItem): Kind => {
  if (marker === '' || glyph.test(marker)) return 'bullets';
  return number.test(marker) ? 'numbers' : 'words';
};

/** The model counts from one: other numbers, and “（一）” or “第一条”, are words of the text and stay. */
const countsFromOne = (items: readonly OfficeItem[]): boolean =>
  items.every(({ marker }, index) => Number(number.exec(marker)?.[1]) === index + 1);

const asWords = ({ paragraph, marker, content }: OfficeItem): HtmlElement => {
  const ends = marker === '' || /[、．）)。]$/u.test(marker) ? marker : `${marker} `;
  return { ...paragraph, childNodes: [{ nodeName: '#text', value: ends }, ...content] };
};

const listOf = (items: readonly OfficeItem[], kind: Kind): readonly HtmlNode[] => {
  if (kind === 'words' || (kind === 'numbers' && !countsFromOne(items))) return items.map(asWords);
  const lines = items.map(({ content }) => anElement('li', content));
  return [anElement(kind === 'numbers' ? 'ol' : 'ul', lines)];
};

const isBlank = (node: HtmlNode): boolean => !isElement(node) && textBelow(node).trim() === '';

/** Neighbouring paragraphs of a list become a list; inner levels follow their own item, as the model has one level. */
export const withLists = (nodes: readonly HtmlNode[]): readonly HtmlNode[] => {
  const out: HtmlNode[] = [];
  let gathered: OfficeItem[] = [];
  const flush = (): void => {
    const [first] = gathered;
    if (first !== undefined) out.push(...listOf(gathered, kindOf(first)));
    gathered = [];
  };
  for (const node of nodes) {
    const item = itemOf(node);
    const [first] = gathered;
    if (item === null && first !== undefined && isBlank(node)) continue;
    if (item === null || (first !== undefined && kindOf(first) !== kindOf(item))) flush();
    if (item === null) out.push(node);
    else gathered.push(item);
  }
  flush();
  return out;
};
