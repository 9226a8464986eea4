import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { digestOf } from '@koujing/kernel';
import { childrenOf, find, named, visible, type Node } from './page-text.js';

type Element = DefaultTreeAdapterTypes.Element;

/**
 * What a page says outside its article, a line each: title, tags, where it leads, scripts, styles, head and foot; and, wherever
 * they stand, what runs or hides something. The article's own text and links are read by themselves (`page-text.ts`).
 */
export const aroundOfPage = (html: string): readonly string[] => {
  const document = parse(html);
  const article = find(document, named('article'));
  return elementsOf(document, article, false);
};

const elementsOf = (node: Node, article: Node | null, isWithin: boolean): readonly string[] => {
  const within = isWithin || node === article;
  const own = 'attrs' in node ? [...said(node), ...(within ? [] : led(node)), ...acts(node)] : [];
  const text = node.nodeName === 'body' ? linesOf(visible(node, article)) : [];
  return [...own, ...text, ...childrenOf(node).flatMap((child) => elementsOf(child, article, within))];
};

/** Elements that a reader does not see and a browser or a search engine does. */
const said = (element: Element): readonly string[] => {
  const of = (name: string): string =>
    element.attrs.find((attribute) => attribute.name === name)?.value ?? '';
  const text = childrenOf(element)
    .map((child) => ('value' in child ? child.value : ''))
    .join('');
  switch (element.nodeName) {
    case 'title':
      return [`网页标题：${text.trim()}`];
    case 'meta':
      return [
        `标签 ${of('name') || of('property') || of('http-equiv') || 'charset'}：${of('content') || of('charset')}`,
      ];
    case 'link':
      return [`${of('rel')} 地址：${of('href')}`];
    case 'base':
      return [`基准地址：${of('href')}`];
    case 'script':
      return [of('src') === '' ? `脚本 ${of('type')}：${text.trim()}` : `脚本：${of('src')}`];
    case 'style':
      return [`样式：${digestOf(text)}`];
    case 'iframe':
    case 'object':
    case 'embed':
      return [`嵌入的内容：${of('src') || of('data') || of('srcdoc')}`];
    default:
      return [];
  }
};

const toldAlready = new Set(['link', 'base', 'script', 'iframe', 'object', 'embed']);

const led = ({ nodeName, attrs }: Element): readonly string[] =>
  toldAlready.has(nodeName)
    ? []
    : attrs.filter(({ name }) => name === 'href' || name === 'src').map(({ value }) => `链接：${value}`);

/** What is done when a reader clicks, where a form goes, what is hidden: no template of ours writes most of these. */
const acting = new Set(['style', 'hidden', 'srcset', 'poster', 'action', 'formaction']);
const acts = ({ attrs }: Element): readonly string[] =>
  attrs
    .filter(({ name }) => acting.has(name) || name.startsWith('on'))
    .map(({ name, value }) => `属性 ${name}：${value}`);

const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => line !== '');
