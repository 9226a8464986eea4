import type { Result } from '@koujing/kernel';
import { croppedPictures } from './cropped.js';
import { docxParts } from './docx-parts.js';
import { storiesOf, xmlOf, type DocxParts, type Story } from './docx-stories.js';
import { shownStories } from './hidden-text.js';
import { isMachinePath, outsideLinks, pathsInFields } from './machine-path.js';
import { shownIn } from './shown-text.js';
import type { Trace, TraceKind } from './trace.api.js';
import { distinct, told } from './trace.js';
import { attributeOf, elementsOf, readable, textsOf } from './xml-text.js';

/** What a .docx says beside its text; empty for a file that is none. */
export const docxTraces = (bytes: Uint8Array): readonly Trace[] => {
  const parts: Result<DocxParts, unknown> = docxParts(bytes, 'file');
  return parts.ok ? tracesOfParts(parts.value) : [];
};

export const tracesOfParts = (parts: DocxParts): readonly Trace[] =>
  distinct([
    ...properties(parts),
    ...all('author', people(xmlOf(parts, 'word/people.xml'))),
    ...customProperties(parts),
    ...internalTraces(parts),
    ...machinePaths(parts),
    ...shownStories(parts)
      .filter(({ where }) => where === 'header' || where === 'footer')
      .flatMap(({ shown }) => told('headerFooter', shownIn(shown).join(' '))),
  ]);

/** What colleagues said to one another: remarks, what they struck out, what they hid or cut off. All of it, however much. */
export const internalTraces = (parts: DocxParts): readonly Trace[] => [
  ...comments(xmlOf(parts, 'word/comments.xml')),
  ...shownStories(parts).flatMap((story) => [
    ...trackedChanges(story),
    ...story.hidden.flatMap((text) => told('hiddenText', text, story.where)),
    ...croppedPictures(story.xml).flatMap((text) => told('crop', text, story.where)),
  ]),
];

const all = (kind: TraceKind, texts: readonly string[]): readonly Trace[] =>
  texts.flatMap((text) => told(kind, text));

/** Who wrote an office file and for whom, whatever kind of file it is. */
export const properties = (parts: DocxParts): readonly Trace[] => {
  const [core, app] = [xmlOf(parts, 'docProps/core.xml'), xmlOf(parts, 'docProps/app.xml')];
  return [
    ...all('author', textsOf(core, 'creator')),
    ...all('lastModifiedBy', textsOf(core, 'lastModifiedBy')),
    ...all('organisation', [...textsOf(app, 'Company'), ...textsOf(app, 'Manager')]),
    ...all(
      'property',
      ['title', 'subject', 'keywords', 'description', 'category'].flatMap((name) => textsOf(core, name)),
    ),
  ];
};

/** Whoever wrote a remark or a change stays on this list when both are gone. */
const people = (xml: string): readonly string[] =>
  [...xml.matchAll(/<(?:\w+:)?person\s[^<>]*>/gu)].map(([tag]) => attributeOf(tag, 'author') ?? '');

/** Office systems of agencies write the document's number and its grade of secrecy here. */
export const customProperties = (parts: DocxParts): readonly Trace[] =>
  all(
    'property',
    elementsOf(xmlOf(parts, 'docProps/custom.xml'), 'property').map(
      ({ tag, inner }) => `${attributeOf(tag, 'name') ?? ''}：${readable(inner)}`,
    ),
  );

const comments = (xml: string): readonly Trace[] =>
  all(
    'comment',
    elementsOf(xml, 'comment').map(
      ({ tag, inner }) => `${attributeOf(tag, 'author') ?? ''}：${readable(inner)}`,
    ),
  );

const changes = [
  ['ins', '插入'],
  ['del', '删除'],
  ['moveFrom', '移走'],
  ['moveTo', '移入'],
] as const;

const trackedChanges = ({ xml, where }: Story): readonly Trace[] =>
  changes.flatMap(([name, done]) =>
    elementsOf(xml, name)
      .map(({ tag, inner }) => ({ author: attributeOf(tag, 'author') ?? '', text: readable(inner) }))
      .filter(({ text }) => text !== '')
      .flatMap(({ author, text }) => told('trackedChange', `${author}${done}：${text}`, where)),
  );

/** The template on a clerk's drive, pictures on the office's server. */
export const machinePaths = (parts: DocxParts): readonly Trace[] =>
  all('machinePath', [
    ...Object.keys(parts)
      .filter((name) => name.endsWith('.rels'))
      .flatMap((name) => outsideLinks(xmlOf(parts, name)))
      .map(({ target }) => target)
      .filter(isMachinePath),
    ...storiesOf(parts).flatMap(({ xml }) => pathsInFields(xml)),
  ]);
