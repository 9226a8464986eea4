import { parseFragment, serialize, type DefaultTreeAdapterMap } from 'parse5';
import type { World } from '../world.js';
import { pictureBehind } from './wechat-media.js';
import { WechatRefusal } from './wechat-refusal.js';

type Node = DefaultTreeAdapterMap['childNode'];
type Element = DefaultTreeAdapterMap['element'];

/**
 * What the platform does to an article's HTML: refuses foreign pictures and links (45166), takes scripts out.
 * Returned byte for byte when there was nothing to take out.
 */
export const acceptedContent = (html: string, world: World): string => {
  const fragment = parseFragment(html);
  let stripped = false;
  const walk = (parent: { childNodes: Node[] }): void => {
    const kept = parent.childNodes.filter((node) => node.nodeName !== 'script' && node.nodeName !== 'iframe');
    if (kept.length < parent.childNodes.length) stripped = true;
    parent.childNodes = kept;
    for (const node of kept) {
      if (!('tagName' in node)) continue;
      checkAddresses(node, world);
      const harmless = node.attrs.filter(
        ({ name, value }) => !name.startsWith('on') && !/^\s*javascript:/i.test(value),
      );
      if (harmless.length < node.attrs.length) stripped = true;
      node.attrs = harmless;
      walk(node);
    }
  };
  walk(fragment);
  return stripped ? serialize(fragment) : html;
};

const checkAddresses = (element: Element, world: World): void => {
  for (const { name, value } of element.attrs) {
    const isPicture = element.tagName === 'img' && (name === 'src' || name === 'data-src');
    if (isPicture && pictureBehind(value, world) === undefined) throw foreign('img', value);
    if (element.tagName === 'a' && name === 'href' && !isOwnLink(value)) throw foreign('a', value);
    if (name === 'style')
      for (const [, url = ''] of value.matchAll(/url\(\s*['"]?([^'")]*)/gi))
        if (pictureBehind(url, world) === undefined) throw foreign('style', url);
  }
};

const foreign = (tag: string, url: string): WechatRefusal =>
  new WechatRefusal(45166, `invalid content hint: [${tag} ${url.slice(0, 80)}]`);

/** Articles link to articles; the address of the original goes into content_source_url. */
const isOwnLink = (href: string): boolean =>
  href === '' ||
  href.startsWith('#') ||
  /^\s*javascript:/i.test(href) ||
  /^https?:\/\/mp\.weixin\.qq\.com\//.test(href);

/** The text a reader sees, for the digest the platform makes by itself. */
export const plainText = (html: string): string => {
  const parts: string[] = [];
  const walk = (nodes: readonly Node[]): void => {
    for (const node of nodes) {
      if ('value' in node) parts.push(node.value);
      else if ('childNodes' in node) walk(node.childNodes);
    }
  };
  walk(parseFragment(html).childNodes);
  return parts.join('').replace(/\s+/g, ' ').trim();
};
