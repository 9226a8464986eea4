import type { Page, Response } from 'playwright-core';

/** Ideographs, and the marks that are only set between them. */
const chinese = /[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]/u;
/** What a template leaves where a word is missing: nothing's name, an object's, or an identifier of ours. */
const missing = /\bundefined\b|\bNaN\b|\[object |\b[a-z]{2,}[A-Z][A-Za-z]*|\b\d{4}-\d\d-\d\dT\d\d/u;

/**
 * What the house was told in Chinese by its people and its rules, as the server hands it out: titles, names, reasons,
 * articles. All of it may stand in an English page, our own words may not; nor may what the server says in both languages.
 */
export class Content {
  private readonly texts = new Set<string>();

  listenTo(page: Page): void {
    page.on('response', (response) => void this.learn(response));
  }

  private async learn(response: Response): Promise<void> {
    const type = response.headers()['content-type'] ?? '';
    if (!response.url().includes('/api/') || !type.includes('json')) return;
    // An answer that comes when the page is being left has no body any more.
    const body: unknown = await response.json().catch(() => null);
    this.take(body);
  }

  private take(value: unknown): void {
    if (typeof value === 'string')
      for (const line of value.split('\n')) {
        this.texts.add(line.trim());
        if (citation.test(line)) for (const part of line.split(aroundNumbers)) this.texts.add(part);
      }
    else if (Array.isArray(value)) for (const each of value) this.take(each);
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) {
        const both = `${key}En` in value || (key === 'zh' && 'en' in value);
        if (!both) this.take(each);
      }
  }

  /** What is left of a text without them. */
  without(text: string): string {
    return [...this.texts]
      .filter((known) => known !== '' && text.includes(known))
      .sort((a, b) => b.length - a.length)
      .reduce((rest, known) => rest.replaceAll(known, ' '), text);
  }
}

/** A provision is cited in the language that is read, wherever it came from; in a sentence it is the sentence's. */
const citation = /^[\s(（]*(?:[\u4e00-\u9fff]*(?:法|条例|办法))?第[一二三四五六七八九十百]+条/u;
/** What stands between the numbers of provisions: names of papers that have none in English. */
const aroundNumbers = /第[一二三四五六七八九十百]+[条款项]|[（）、，“”]/u;

/** Texts and names on the page, but for what is marked as Chinese; decoration that nobody hears is no text, nor is
 * what is closed. */
const textsOf = `(() => {
  const shown = [];
  const take = (element, text) => {
    if (text.trim() !== '' && element.checkVisibility() && element.closest('[lang|=zh]:not(html), script, style') === null) shown.push(text);
  };
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
    take(node.parentElement, node.textContent);
  for (const name of ['aria-label', 'title', 'placeholder', 'alt'])
    for (const element of document.querySelectorAll('[' + name + ']:not([aria-hidden=true], .anticon)'))
      take(element, element.getAttribute(name));
  return [...new Set(shown)];
})()`;

/** Words that are missing, and on an English page those that are ours and Chinese. */
export const wrongTexts = async (page: Page, content: Content, english: boolean): Promise<string[]> => {
  const texts = await page.evaluate<string[]>(textsOf);
  const suspect = (text: string): boolean => missing.test(text) || (english && chinese.test(text));
  return texts.filter(
    (text) => (suspect(text) && suspect(content.without(text))) || (english && citation.test(text)),
  );
};
