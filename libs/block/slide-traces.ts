import { customProperties, machinePaths, properties } from './docx-traces.js';
import { xmlOf, type DocxParts } from './docx-stories.js';
import { shownIn } from './shown-text.js';
import type { Trace } from './trace.api.js';
import { distinct, told } from './trace.js';
import { attributeOf, elementsOf, readable } from './xml-text.js';

/** What slides (.pptx) say beside what is shown: who wrote them, what the speaker is to say, what is not shown. */
export const tracesOfSlides = (parts: DocxParts): readonly Trace[] =>
  distinct([
    ...properties(parts),
    ...people(xmlOf(parts, 'ppt/commentAuthors.xml'), 'cmAuthor'),
    ...people(xmlOf(parts, 'ppt/authors.xml'), 'author'),
    ...customProperties(parts),
    ...within(parts, /^ppt\/comments\/[^/]+\.xml$/u)
      .flatMap((xml) => elementsOf(xml, 'cm'))
      .flatMap(({ inner }) => told('comment', readable(inner))),
    ...within(parts, /^ppt\/notesSlides\/[^/]+\.xml$/u).flatMap((xml) => told('speakerNotes', notesIn(xml))),
    ...within(parts, slide).flatMap(hiddenIn),
    ...machinePaths(parts),
  ]);

const slide = /^ppt\/slides\/[^/]+\.xml$/u;

/** All that stands on the slides, a line each. */
export const textOfSlides = (parts: DocxParts): string =>
  within(parts, slide)
    .flatMap((xml) => shownIn(xml))
    .join('\n');

const within = (parts: DocxParts, pattern: RegExp): readonly string[] =>
  Object.keys(parts)
    .filter((name) => pattern.test(name))
    .sort()
    .map((name) => xmlOf(parts, name));

/** Whoever wrote a remark stays on this list when the remark is gone. */
const people = (xml: string, name: string): readonly Trace[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}\\s[^<>]*>`, 'gu'))].flatMap(([tag]) =>
    told('author', attributeOf(tag, 'name') ?? ''),
  );

/** A page of notes holds the number of its slide, which says nothing. */
const notesIn = (xml: string): string =>
  shownIn(xml)
    .filter((line) => !/^\d+$/u.test(line))
    .join(' ');

/** A slide that is skipped, and shapes that are switched off. */
const hiddenIn = (xml: string): readonly Trace[] => {
  const root = /<(?:\w+:)?sld\s[^<>]*>/u.exec(xml)?.[0] ?? '';
  if (isOff(attributeOf(root, 'show'))) return told('hiddenText', shownIn(xml).join(' '));
  return elementsOf(xml, 'sp')
    .filter(({ inner }) => {
      const said = /<(?:\w+:)?cNvPr\s[^<>]*>/u.exec(inner)?.[0] ?? '';
      return ['1', 'true'].includes(attributeOf(said, 'hidden') ?? '');
    })
    .flatMap(({ inner }) => told('hiddenText', shownIn(inner).join(' ')));
};

const isOff = (show: string | null): boolean => show === '0' || show === 'false';
