import { fail, ok, type Reason, type Result } from '@koujing/kernel';
import { unzipSync, zipSync, type UnzipFileInfo } from 'fflate';
import { sizeText, tooLarge } from './reading.js';

/** Uploads beyond it are scans, not texts. */
const mostBytes = 20 * 1_048_576;
/** Text and pictures; a 300-page document has some 10 MB of text. A larger one is made to fill the memory. */
const mostUnpacked = 50 * 1_048_576;
const mostParts = 2_000;

export const isText = (name: string): boolean => /\.(?:xml|rels)$/iu.test(name);

/** The parts that hold text, its styles and its pictures: fonts, embedded files and macros are never unpacked. */
const wanted = (name: string): boolean => isText(name) || /^word\/media\/[^/]+$/u.test(name);

/** The text parts and pictures of a .docx by name. */
export const docxParts = (bytes: Uint8Array, field: string): ReturnType<typeof officeParts> =>
  officeParts(bytes, field, ['word/document.xml']);

/** The same of any office file whose main part is one of these. */
export const officeParts = (
  bytes: Uint8Array,
  field: string,
  mains: readonly string[],
): Result<Readonly<Record<string, Uint8Array>>, readonly Reason[]> => {
  if (bytes.length > mostBytes) return fail([tooLarge(field, bytes.length, mostBytes)]);
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return fail([oldFormat(field)]);
  if (!startsWith(bytes, [0x50, 0x4b])) return fail([notDocx(field, '不是 .docx 文件 (not a .docx file)')]);
  let unpacked = 0;
  let parts = 0;
  const tooMuch = (): boolean => unpacked > mostUnpacked || parts > mostParts;
  try {
    const files = unzipSync(bytes, {
      // A part longer than it declares is cut by the unpacker at the declared size, so a lying header gains nothing.
      filter: ({ name, originalSize }: UnzipFileInfo) => {
        if (!wanted(name)) return false;
        unpacked += originalSize;
        parts += 1;
        return !tooMuch();
      },
    });
    if (tooMuch()) return fail([bomb(field)]);
    return mains.some((main) => files[main])
      ? ok(files)
      : fail([notDocx(field, `缺少正文 ${mains.join('、')}`)]);
  } catch (error) {
    return fail([notDocx(field, error instanceof Error ? error.message : String(error))]);
  }
};

/** A small document of these parts alone, for a converter that unpacks without limits: it lives for a moment, so not pressed. */
export const packed = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync(parts, { level: 0 });

/** The first day that a ZIP knows: the hour of packing is nobody's business, and would give the same document another digest. */
const noDate = new Date(1980, 0, 1);

/** As office programs pack: pictures are pressed already. */
export const pressed = (parts: Readonly<Record<string, Uint8Array>>): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(parts).map(([name, bytes]) => [name, [bytes, { level: isText(name) ? 6 : 0 }]]),
    ),
    { mtime: noDate },
  );

const startsWith = (bytes: Uint8Array, magic: readonly number[]): boolean =>
  magic.every((byte, index) => bytes[index] === byte);

const oldFormat = (field: string): Reason => ({
  code: 'oldOrEncryptedDocument',
  message: '文件是旧版 .doc 或加密文档，请在 Word 或 WPS 中另存为不加密的 .docx。',
  messageEn: 'The file is an old .doc or an encrypted document; save it as .docx without a password.',
  field,
  allowed: '.docx',
});

export const notDocx = (field: string, why: string): Reason => ({
  code: 'unreadableDocument',
  message: `文件无法作为 .docx 读取：${why}。`,
  messageEn: `The file cannot be read as .docx: ${why}.`,
  field,
  allowed: '.docx',
});

const bomb = (field: string): Reason => ({
  code: 'unpacksTooLarge',
  message: `文件解压后超过 ${sizeText(mostUnpacked)} 或 ${mostParts} 个部件，不予接收。`,
  messageEn: `The file unpacks to more than ${sizeText(mostUnpacked)} or ${mostParts} parts.`,
  field,
  allowed: `≤ ${sizeText(mostUnpacked)}`,
});
