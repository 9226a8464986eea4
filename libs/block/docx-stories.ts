import { strFromU8 } from 'fflate';
import type { TracePlace } from './trace.api.js';

/** One running text of a document (Word's "story"): its body, its notes, a header, a footer. */
export interface Story {
  readonly name: string;
  /** Absent of the body. */
  readonly where?: TracePlace;
  readonly xml: string;
}

const places: readonly (readonly [RegExp, TracePlace | null])[] = [
  [/^word\/document\.xml$/u, null],
  [/^word\/footnotes\.xml$/u, 'footnote'],
  [/^word\/endnotes\.xml$/u, 'endnote'],
  [/^word\/header\d*\.xml$/u, 'header'],
  [/^word\/footer\d*\.xml$/u, 'footer'],
];

export type DocxParts = Readonly<Record<string, Uint8Array>>;

/** What stands in a part; '' where there is none. */
export const xmlOf = (parts: DocxParts, name: string): string =>
  parts[name] === undefined ? '' : strFromU8(parts[name]);

export const storiesOf = (parts: DocxParts): readonly Story[] =>
  places.flatMap(([pattern, where]) =>
    Object.keys(parts)
      .filter((name) => pattern.test(name))
      .sort()
      .map((name) => ({ name, xml: xmlOf(parts, name), ...(where === null ? {} : { where }) })),
  );

/** Undefined of the body, and of a part that is no story. */
export const whereOf = (name: string): TracePlace | undefined =>
  places.find(([pattern]) => pattern.test(name))?.[1] ?? undefined;
