import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate';

/** 仿宋, as an organ's texts are set; where it is missing, Word takes its own Chinese face. */
export const face = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' } as const;

/** Dates inside the file: fixed, because the file's digest is approved with the text. */
const noDate = '2000-01-01T00:00:00Z';
const noZipDate = new Date(1980, 0, 1);

/** The library writes the hour of packing into the properties and into every entry of the archive. */
export const dateless = (packed: Uint8Array): Uint8Array => {
  const entries: Zippable = {};
  for (const [name, bytes] of Object.entries(unzipSync(packed))) {
    const content =
      name === 'docProps/core.xml'
        ? strToU8(strFromU8(bytes).replace(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${noDate}`))
        : bytes;
    entries[name] = [content, { mtime: noZipDate, level: 6 }];
  }
  return zipSync(entries);
};
