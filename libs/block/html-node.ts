import type { DefaultTreeAdapterTypes } from 'parse5';

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;

export const isElement = (node: HtmlNode): node is HtmlElement => 'tagName' in node;

export const textValue = (node: HtmlNode): string | null =>
  node.nodeName === '#text' && 'value' in node ? node.value : null;

/** Children, also those that a `template` keeps apart. */
export const childrenOf = (node: HtmlNode): readonly HtmlNode[] => [
  ...('childNodes' in node ? node.childNodes : []),
  ...('content' in node ? node.content.childNodes : []),
];

export const attribute = (element: HtmlElement, name: string): string | null =>
  element.attrs.find((attr) => attr.name === name)?.value ?? null;
