import { attributeOf, elementsOf } from './xml-text.js';

/** `<w:vanish/>` hides, `<w:vanish w:val="0"/>` shows what a style hides; null where nothing is said. */
export const vanishes = (xml: string): boolean | null => {
  const tag = /<(?:\w+:)?vanish(?:\s[^<>]*)?\/?>/u.exec(xml)?.[0];
  return tag === undefined ? null : !['0', 'false', 'off'].includes(attributeOf(tag, 'val') ?? 'true');
};

/** The styles that a run stands under; '' where it names none and takes the document's own. */
interface StylesOfRun {
  readonly run: string;
  readonly paragraph: string;
  readonly table: string;
}

export type HiddenByStyles = (styles: StylesOfRun) => boolean;

interface Style {
  readonly hides: boolean | null;
  readonly basedOn: string;
}

/**
 * Whether a run that says nothing itself is hidden by its styles (ISO/IEC 29500-1 17.7.3): by the document's defaults, by
 * a style, or by one that it is based on. Two hiding styles would show the run again by the letter of the standard; it
 * counts as hidden, because the worse mistake is to publish it.
 */
export const hiddenByStyles = (xml: string): HiddenByStyles => {
  const elements = elementsOf(xml, 'style');
  const styles = new Map<string, Style>();
  const defaults = new Map<string, string>();
  for (const { tag, inner } of elements) {
    const id = attributeOf(tag, 'styleId') ?? '';
    styles.set(id, { hides: vanishes(inner), basedOn: valueOf(inner, 'basedOn') });
    if (['1', 'true', 'on'].includes(attributeOf(tag, 'default') ?? ''))
      defaults.set(attributeOf(tag, 'type') ?? '', id);
  }
  const chainHides = chainsOf(styles);
  const everywhere = elementsOf(xml, 'rPrDefault').some(({ inner }) => vanishes(inner) === true);
  const hides = (named: string, type: string): boolean =>
    chainHides(named === '' ? (defaults.get(type) ?? '') : named);
  return ({ run, paragraph, table }) =>
    everywhere ||
    hides(run, 'character') ||
    hides(paragraph, 'paragraph') ||
    (table !== '' && hides(table, 'table'));
};

/** Up to the first style that says something; a ring of styles ends where it began. Each style is walked over once. */
const chainsOf = (styles: ReadonlyMap<string, Style>): ((first: string) => boolean) => {
  const answers = new Map<string, boolean>();
  return (first) => {
    const walked: string[] = [];
    let answer: boolean | null = null;
    for (let id = first; answer === null; id = styles.get(id)?.basedOn ?? '') {
      answer = answers.get(id) ?? styles.get(id)?.hides ?? (styles.has(id) ? null : false);
      answers.set(id, answer ?? false);
      walked.push(id);
    }
    for (const id of walked) answers.set(id, answer);
    return answer;
  };
};

/** `val` of the first element of this name; '' without one. */
const valueOf = (xml: string, name: string): string => {
  const tag = new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*>`, 'u').exec(xml)?.[0];
  return tag === undefined ? '' : (attributeOf(tag, 'val') ?? '');
};
