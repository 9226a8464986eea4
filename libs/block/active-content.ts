import type { Reason } from '@koujing/kernel';
import { childrenOf, isElement, type HtmlElement, type HtmlNode } from './html-node.js';
import { fieldName } from './reading.js';

/** Deeper than any editor nests; a deeper tree is made to exhaust the reader. */
const deepest = 200;
const programs = new Set(['script', 'object', 'embed', 'applet', 'base']);

/**
 * Why this HTML is not taken at all: it would run something. Scripts are refused and not cut out,
 * because a text that came with a program did not come from a text editor.
 */
export const activeContent = (nodes: readonly HtmlNode[], field: string): Reason[] => {
  const found = new Set<string>();
  let rest: readonly { node: HtmlNode; depth: number }[] = nodes.map((node) => ({ node, depth: 1 }));
  while (rest.length > 0) {
    if ((rest[0]?.depth ?? 0) > deepest) return [tooDeep(field)];
    rest = rest.flatMap(({ node, depth }) => {
      if (isElement(node)) for (const what of programsIn(node)) found.add(what);
      return childrenOf(node).map((child) => ({ node: child, depth: depth + 1 }));
    });
  }
  return found.size === 0 ? [] : [refusal(field, [...found])];
};

const programsIn = (element: HtmlElement): string[] => [
  ...(programs.has(element.tagName) ? [`<${element.tagName}>`] : []),
  ...element.attrs.flatMap(({ name, value }) => {
    if (/^on/iu.test(name)) return [name];
    // Browsers skip blanks and controls inside a scheme.
    const scheme = /^([a-z]+):/iu.exec(value.replaceAll(/[\s\p{Cc}]/gu, ''))?.[1]?.toLowerCase();
    if (scheme === 'javascript' || scheme === 'vbscript') return [`${name}="${scheme}:…"`];
    return name === 'srcdoc' ? [name] : [];
  }),
];

const refusal = (field: string, found: readonly string[]): Reason => ({
  code: 'activeContent',
  message: `${fieldName(field)}的 HTML 含有脚本或可执行内容（${found.slice(0, 5).join('、')}），不予接收。请只粘贴文字，或先用“纯文本”保存。`,
  messageEn: `The HTML of "${field}" holds scripts or other active content (${found.slice(0, 5).join(', ')}) and is refused.`,
  field,
  allowed: 'HTML without scripts and event handlers',
});

const tooDeep = (field: string): Reason => ({
  code: 'nestedTooDeeply',
  message: `${fieldName(field)}的 HTML 嵌套超过 ${deepest} 层，不予接收。`,
  messageEn: `The HTML of "${field}" is nested more than ${deepest} levels deep.`,
  field,
  allowed: `≤ ${deepest}`,
});
