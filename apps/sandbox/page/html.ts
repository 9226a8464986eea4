import { escapeHtml } from './escape-html.js';

/** Markup that is already safe; everything else that enters `html` is escaped. */
export class Html {
  constructor(readonly markup: string) {}

  toString(): string {
    return this.markup;
  }
}

type Part = Html | string | number | false | undefined | readonly Part[];

/** A template whose texts and attribute values (in double quotes) are escaped by themselves. */
export const html = (texts: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(texts.reduce((sum, text, index) => sum + markupOf(parts[index - 1]) + text));

const markupOf = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (part instanceof Html) return part.markup;
  if (typeof part === 'object') return part.map(markupOf).join('');
  return escapeHtml(String(part));
};

/** For markup made elsewhere, e.g. a style sheet of our own. */
export const trusted = (markup: string): Html => new Html(markup);

const shown = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  dateStyle: 'medium',
  timeStyle: 'medium',
  hourCycle: 'h23',
});

/** An instant in the city's time, machine-readable beside it. */
export const time = (iso: string): Html =>
  html`<time datetime="${iso}">${shown.format(new Date(iso))}</time>`;

const shortly = new Intl.DateTimeFormat('zh-CN', {
  timeZone: 'Asia/Shanghai',
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** The same without the year, for long tables. */
export const clock = (iso: string): Html =>
  html`<time datetime="${iso}">${shortly.format(new Date(iso))}</time>`;

const link = /https?:\/\/[\w\-.~:/?#[\]@!$&'()*+,;=%]+/g;

/** Plain text with its web addresses as links and its line breaks kept. */
export const linkedText = (text: string): Html => {
  const parts: Html[] = [];
  let end = 0;
  for (const match of text.matchAll(link)) {
    parts.push(
      html`${text.slice(end, match.index)}<a href="${match[0]}" target="_blank" rel="noopener"
          >${match[0]}</a
        >`,
    );
    end = match.index + match[0].length;
  }
  return html`${parts}${text.slice(end)}`;
};
