import { load } from 'cheerio';

const elements = 'script, iframe, object, embed, svg, math, base, form, style, meta, details, template';

/** What of an HTML output would run or load something and came from `boom`: elements, handlers, addresses. Empty where all is text. */
export const liveMarkup = (html: string): readonly string[] => {
  const $ = load(html);
  const found: string[] = [];
  $('*').each((_, element) => {
    if (element.type !== 'tag' && element.type !== 'script' && element.type !== 'style') return;
    for (const [name, value] of Object.entries(element.attribs))
      if (name.startsWith('on') || /^\s*(?:javascript|vbscript|data:text)/iu.test(value))
        found.push(`<${element.name} ${name}="${value}">`);
  });
  $(elements).each((_, element) => {
    const { name } = element as { readonly name: string };
    const own = $(element);
    // Structured data are JSON and run nothing, as long as nothing ends their element early; a description is text.
    if (name === 'script' && own.attr('type') === 'application/ld+json') {
      JSON.parse(own.text());
      return;
    }
    if (name === 'meta' && own.attr('http-equiv') === undefined) return;
    if (($.html(element) ?? '').includes('boom')) found.push($.html(element).slice(0, 120));
  });
  return found;
};
