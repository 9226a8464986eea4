import { fail, ok, type Reason, type Result } from '@koujing/kernel';
import { strToU8 } from 'fflate';
import { posix } from 'node:path';
import { xmlOf, type DocxParts } from './docx-stories.js';
import { isMachinePath, relationsIn, type Relation } from './machine-path.js';
import { relationsPart, rootRelations, typesOf } from './public-types.js';
import { childrenOf, unescaped } from './xml-text.js';

/** A picture drawn anew, without what a camera wrote beside it, or why it cannot go out: the owner of the attachments knows how. */
export type CleanPicture = (bytes: Uint8Array) => Promise<Result<Uint8Array, readonly Reason[]>>;

/** What one reads in a document, and nothing else: a part that nobody thought of stays in the house. */
const goingOut =
  /^word\/(?:(?:document|styles|settings|fontTable|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml|theme\/theme\d*\.xml|media\/[^/]+|_rels\/(?:document|numbering|footnotes|endnotes|header\d*|footer\d*)\.xml\.rels|theme\/_rels\/theme\d*\.xml\.rels)$/u;
/** Who wrote it and on whose machine, and what office systems keep beside the text: nothing that is read hangs on it. */
const aboutIt =
  /^(?:docProps|customXml|docMetadata|_xmlsignatures|_rels|word\/(?:glossary|_rels|theme\/_rels))\/|^word\/(?:people|webSettings|comments\w*|stylesWithEffects|intelligence\d*|documenttasks)\.xml$|^\[Content_Types\]\.xml$|\/$/u;

export const goesOut = (name: string): boolean => goingOut.test(name);

/** A part that the document needs and the public may not have: macros, embedded files, fonts, charts. */
export const isForeign = (name: string): boolean => !goingOut.test(name) && !aboutIt.test(name);

/** One of the parts of a document that go out, as it goes out; pictures are cleaned apart. */
export interface PublicMarkup {
  readonly name: string;
  readonly xml: string;
}

/** The texts that go out, each without what says who wrote it and where. Relations keep only what goes out with them. */
export const publicMarkup = (parts: DocxParts): readonly PublicMarkup[] => {
  const names = new Set(Object.keys(parts).filter((name) => goingOut.test(name)));
  return [...names]
    .filter((name) => !name.startsWith('word/media/'))
    .map((name) => {
      const xml = xmlOf(parts, name);
      if (name.endsWith('.rels'))
        return {
          name,
          xml: relationsPart(relationsIn(xml).filter((one) => one.isOutside || names.has(partOf(name, one)))),
        };
      return { name, xml: (name === 'word/settings.xml' ? plainSettings(xml) : xml).replace(aTag, plainTag) };
    });
};

const aTag = /<[^<>]*>/gu;

/** The part that a relation inside the file leads to. */
const partOf = (name: string, { target }: Relation): string =>
  target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(posix.dirname(name)), target);

/** The parts of a document that go out. */
export const publicParts = async (
  parts: DocxParts,
  markup: readonly PublicMarkup[],
  clean: CleanPicture,
): Promise<Result<DocxParts, readonly Reason[]>> => {
  const shown = new Set(
    markup
      .filter(({ name }) => name.endsWith('.rels'))
      .flatMap(({ name, xml }) => relationsIn(xml).map((one) => (one.isOutside ? '' : partOf(name, one)))),
  );
  const out: Record<string, Uint8Array> = Object.fromEntries(
    markup.map(({ name, xml }) => [name, strToU8(xml)]),
  );
  const reasons: Reason[] = [];
  // A picture that nothing shows was deleted by its writer, and is still in the file.
  for (const name of Object.keys(parts).filter((one) => one.startsWith('word/media/') && shown.has(one))) {
    const picture = await clean(parts[name] ?? new Uint8Array());
    if (picture.ok) out[name] = picture.value;
    else reasons.push(...picture.error.map((reason) => inPicture(posix.basename(name), reason)));
  }
  if (reasons.length > 0) return fail(reasons);
  return ok({
    '[Content_Types].xml': strToU8(typesOf(out)),
    '_rels/.rels': strToU8(rootRelations),
    ...out,
  });
};

/** What the page's look hangs on. Not: revision numbers, the template's path, document variables, mail merge sources. */
const lookOf: ReadonlySet<string> = new Set(
  `zoom mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop defaultTabStop
  autoHyphenation hyphenationZone evenAndOddHeaders bookFoldPrinting drawingGridHorizontalSpacing drawingGridVerticalSpacing
  displayHorizontalDrawingGridEvery displayVerticalDrawingGridEvery noPunctuationKerning characterSpacingControl
  noLineBreaksAfter noLineBreaksBefore displayBackgroundShape footnotePr endnotePr compat mathPr themeFontLang
  clrSchemeMapping decimalSymbol listSeparator`.split(/\s+/u),
);

const plainSettings = (xml: string): string => {
  const { root, name, children } = childrenOf(xml);
  const kept = children.filter((child) => lookOf.has(child.name)).map((child) => child.xml);
  return `${root}${kept.join('')}</${name}>`;
};

/**
 * Leads to what stays in the house: remarks, editors' names, the store of an office system; numbers of editing sessions;
 * and names of content controls that no reader sees.
 */
const left =
  /^<\/?(?:\w+:)?(?:commentRangeStart|commentRangeEnd|commentReference|permStart|permEnd|dataBinding|rsid|alias|tag)[\s/>]/u;

/** Word writes the file's path into the description of a picture. */
const described = /(\s(?:\w+:)?(?:descr|title|alt|name|href|src)\s*=\s*)("[^"]*"|'[^']*')/gu;

const plainTag = (tag: string): string => {
  if (left.test(tag) || (tag.startsWith('<?') && !tag.startsWith('<?xml '))) return '';
  return tag
    .replace(/\s(?:\w+:)?rsid\w*\s*=\s*(?:"[^"]*"|'[^']*')/gu, '')
    .replace(described, (whole, head: string, value: string) =>
      isMachinePath(unescaped(value)) ? `${head}""` : whole,
    );
};

const inPicture = (name: string, { message, messageEn, ...reason }: Reason): Reason => ({
  ...reason,
  message: `文件里的图片 ${name}：${message}请在 Word 或 WPS 中换成 JPG 或 PNG 后再上传。`,
  messageEn: `The picture ${name} in the file: ${messageEn} Put a JPG or PNG in its place.`,
});
