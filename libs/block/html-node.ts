/** A tree of HTML, as far as it is read: parse5 gives it on the server, the browser's own parser in the console (`pasted.ts`). */
export type HtmlNode = HtmlText | HtmlElement | HtmlRemark;

export interface HtmlText {
  readonly nodeName: '#text';
  readonly value: string;
}

export interface HtmlElement {
  readonly nodeName: string;
  readonly tagName: string;
  readonly attrs: readonly { readonly name: string; readonly value: string }[];
  readonly childNodes: readonly HtmlNode[];
  /** Of a `template`, which keeps its children apart. */
  readonly content?: { readonly childNodes: readonly HtmlNode[] };
}

/** A comment or a document type: never text. */
interface HtmlRemark {
  readonly nodeName: '#comment' | '#documentType';
}

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

export const textValue = (node: HtmlNode): string | null =>
  node.nodeName === '#text' && 'value' in node ? node.value : null;

/** Children, also those that a `template` keeps apart. */
export const childrenOf = (node: HtmlNode): readonly HtmlNode[] =>
  isElement(node) ? [...node.childNodes, ...(node.content?.childNodes ?? [])] : [];

export const attribute = (element: HtmlElement, name: string): string | null =>
  element.attrs.find((attr) => attr.name === name)?.value ?? null;

export const anElement = (tagName: string, childNodes: readonly HtmlNode[]): HtmlElement => ({
  ...{ nodeName: tagName, tagName, attrs: [], childNodes },
});

/** All text below, as it stands in the source. */
export const textBelow = (node: HtmlNode): string =>
  textValue(node) ?? childrenOf(node).map(textBelow).join('');
