import { escaped } from '@koujing/kernel';
import type { DocxParts } from './docx-stories.js';
import type { Relation } from './machine-path.js';

const main = 'word/document.xml';
const xmlHead = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** By the name of a part without its number; whatever the file called it, a public document has no macros. */
const kinds: Readonly<Record<string, string>> = {
  document: 'wordprocessingml.document.main',
  styles: 'wordprocessingml.styles',
  settings: 'wordprocessingml.settings',
  fontTable: 'wordprocessingml.fontTable',
  numbering: 'wordprocessingml.numbering',
  footnotes: 'wordprocessingml.footnotes',
  endnotes: 'wordprocessingml.endnotes',
  header: 'wordprocessingml.header',
  footer: 'wordprocessingml.footer',
  theme: 'theme',
};

const png = [0x89, 0x50, 0x4e, 0x47];

/** Pictures are cleaned, so they are of two kinds, whatever ending each has. */
const pictureType = (bytes: Uint8Array): string =>
  png.every((byte, index) => bytes[index] === byte) ? 'image/png' : 'image/jpeg';

const typeOf = (name: string, bytes: Uint8Array): string | null => {
  if (name.startsWith('word/media/')) return pictureType(bytes);
  const kind = kinds[/\/([a-z]+)\d*\.xml$/iu.exec(name)?.[1] ?? ''];
  return kind === undefined ? null : `application/vnd.openxmlformats-officedocument.${kind}+xml`;
};

/** `[Content_Types].xml` that names these parts and no others (ISO/IEC 29500-2 7.2.3). */
export const typesOf = (parts: DocxParts): string => {
  const overrides = Object.entries(parts).flatMap(([name, bytes]) => {
    const type = typeOf(name, bytes);
    return type === null ? [] : `<Override PartName="/${escaped(name)}" ContentType="${type}"/>`;
  });
  return `${xmlHead}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`;
};

/** The file's own relations: its text, and nothing about it. */
export const rootRelations = `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="${main}"/></Relationships>`;

/** Written anew: what goes out is what was read and judged, whatever else the tag held. */
export const relationsPart = (relations: readonly Relation[]): string =>
  `${xmlHead}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations
    .map(
      ({ id, type, target, isOutside }) =>
        `<Relationship Id="${escaped(id)}" Type="${escaped(type)}" Target="${escaped(target)}"${isOutside ? ' TargetMode="External"' : ''}/>`,
    )
    .join('')}</Relationships>`;
