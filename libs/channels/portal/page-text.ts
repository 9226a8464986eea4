import { parse, type DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.Node;

const lines = new Set(['h1', 'h2', 'h3', 'h4', 'p', 'li', 'tr', 'blockquote', 'figcaption', 'aside']);

/** The article as a reader sees it: title, notes and text, one paragraph a line. */
export const textOfPage = (bytes: Uint8Array): string => {
  const article = find(parse(Buffer.from(bytes).toString('utf8')), named('article'));
  return article === null
    ? ''
    : visible(article)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
        .join('\n');
};

/** Whatever page it is, as a reader sees it: its title first, then its text, one paragraph a line. */
export const wordsOfPage = (html: string): string => {
  const document = parse(html);
  const title = find(document, named('title'));
  const body = find(document, named('body'));
  return [title, body]
    .flatMap((node) => (node === null ? [] : visible(node).split('\n')))
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
};

/** The text of an article's page without title, notes and source, in one line: what a search looks through. */
export const bodyOfPage = (html: string): string => {
  const body = find(
    parse(html),
    (node) => 'attrs' in node && node.attrs.some(({ name, value }) => name === 'class' && value === 'body'),
  );
  return body === null ? '' : visible(body).replaceAll(/\s+/gu, ' ').trim();
};

/** Where the article's links and pictures lead, as the page has them, in order. */
export const linksOfPage = (bytes: Uint8Array): readonly string[] => {
  const article = find(parse(Buffer.from(bytes).toString('utf8')), named('article'));
  return article === null ? [] : linksIn(article);
};

const linksIn = (node: Node): readonly string[] => [
  ...('attrs' in node ? node.attrs : [])
    .filter(({ name }) => name === 'href' || name === 'src')
    .map(({ value }) => value),
  ...childrenOf(node).flatMap(linksIn),
];

export const named =
  (name: string) =>
  (node: Node): boolean =>
    node.nodeName === name;

export const find = (node: Node, isWanted: (node: Node) => boolean): Node | null => {
  if (isWanted(node)) return node;
  for (const child of childrenOf(node)) {
    const found = find(child, isWanted);
    if (found) return found;
  }
  return null;
};

/** The words of a node, without those of another inside it. */
export const visible = (node: Node, without: Node | null = null): string => {
  if (node === without) return '\n';
  if ('value' in node) return node.value;
  if (node.nodeName === 'script' || node.nodeName === 'style') return '';
  const inner = childrenOf(node)
    .map((child) => visible(child, without))
    .join(node.nodeName === 'tr' ? '\t' : '');
  return lines.has(node.nodeName) ? `\n${inner}\n` : inner;
};

export const childrenOf = (node: Node): readonly Node[] => ('childNodes' in node ? node.childNodes : []);
