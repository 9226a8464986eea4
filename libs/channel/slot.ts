import { escaped } from '@koujing/kernel';

/** `{{slot:name}}` or `{{slot:name:key}}`: a value that exists only at the moment of sending. */
const mark = /\{\{slot:([\w-]+(?::[\w-]+)?)\}\}/gu;

/** How a slot stands in the text of a rendition until it is filled. */
export const slot = (name: string): string => `{{slot:${name}}}`;

/** The names of the slots in these texts, each once, in order of appearance. */
export const slotsIn = (texts: readonly string[]): string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(mark)].map((match) => match[1] ?? ''))),
];

/**
 * The text as it goes out. @throws Error when a slot has no value: a half-filled text must never leave.
 */
export const fillSlots = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(mark, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The slot "${name}" has no value.`);
    return value;
  });

/** As `fillSlots` for HTML: the values are encoded, an address with `&` stays one. */
export const fillHtmlSlots = (html: string, values: Readonly<Record<string, string>>): string =>
  fillSlots(html, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, escaped(value)])));
