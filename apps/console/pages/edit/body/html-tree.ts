import type { HtmlNode } from '@koujing/block';

/** What the browser's parser read, as the tree that libs/block reads. Comments, also Word's conditional ones, are no text. */
export const treeOf = (node: Node): HtmlNode => {
  if (node instanceof Element)
    return {
      nodeName: node.localName,
      tagName: node.localName,
      attrs: [...node.attributes].map(({ name, value }) => ({ name, value })),
      childNodes: [...node.childNodes].map(treeOf),
      ...(node instanceof HTMLTemplateElement && {
        content: { childNodes: [...node.content.childNodes].map(treeOf) },
      }),
    };
  return node.nodeType === Node.TEXT_NODE
    ? { nodeName: '#text', value: node.textContent ?? '' }
    : { nodeName: '#comment' };
};
