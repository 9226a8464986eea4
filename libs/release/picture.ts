import { Problem } from '@koujing/kernel';
import { releaseRefusal } from './refusal.js';

/** 5 MB: Weibo's limit for one picture (CHANNELS.md B); a larger one could not go everywhere. */
export const PICTURE_LIMIT = 5 * 1_048_576;

export type PictureType = 'image/jpeg' | 'image/png';

const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** The type by its first bytes, whatever the name says; null if it is neither JPG nor PNG. */
export const sniffPicture = (bytes: Uint8Array): PictureType | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  return png.every((byte, index) => bytes[index] === byte) ? 'image/png' : null;
};

/** The picture without what a camera or an editor wrote beside it (place, device, author). */
export const readPicture = (
  bytes: Uint8Array,
): { readonly mimeType: PictureType; readonly bytes: Uint8Array } => {
  if (bytes.length > PICTURE_LIMIT)
    throw new Problem('tooLarge', [releaseRefusal.picture.tooLarge(bytes.length, PICTURE_LIMIT)]);
  const mimeType = sniffPicture(bytes);
  if (mimeType === null) throw new Problem('unsupported', [releaseRefusal.picture.notAPicture]);
  const kept = mimeType === 'image/jpeg' ? jpegParts(bytes) : pngParts(bytes);
  if (kept === null) throw new Problem('unsupported', [releaseRefusal.picture.notAPicture]);
  return { mimeType, bytes: Buffer.concat(kept) };
};

const SOI_LENGTH = 2;
const START_OF_SCAN = 0xda;

/** JFIF (APP0), colour profile (APP2) and Adobe's transform (APP14) are needed to show it rightly; other APPn and COM are not. */
const shows = (marker: number): boolean =>
  ![0xfe].includes(marker) && (marker < 0xe0 || marker > 0xef || [0xe0, 0xe2, 0xee].includes(marker));

const jpegParts = (bytes: Uint8Array): Uint8Array[] | null => {
  const parts = [bytes.subarray(0, SOI_LENGTH)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = SOI_LENGTH;
  while (at + 4 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === START_OF_SCAN) return [...parts, bytes.subarray(at)];
    const end = at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return null;
    const segment = bytes.subarray(at, end);
    if (shows(marker)) parts.push(segment);
    else if (marker === 0xe1) parts.push(...orientationOnly(segment));
    at = end;
  }
  return null;
};

const ORIENTATION = 0x0112;

/** Without its orientation a photograph would stand on its side, so that one tag is written anew. */
const orientationOnly = (exif: Uint8Array): Uint8Array[] => {
  const header = 10;
  if (Buffer.from(exif.subarray(4, header)).toString('latin1') !== 'Exif\0\0' || exif.length < header + 14)
    return [];
  const view = new DataView(exif.buffer, exif.byteOffset, exif.byteLength);
  const little = view.getUint16(header) === 0x4949;
  const directory = header + view.getUint32(header + 4, little);
  if (directory + 2 > exif.length) return [];
  const count = view.getUint16(directory, little);
  for (
    let entry = directory + 2;
    entry < directory + 2 + count * 12 && entry + 12 <= exif.length;
    entry += 12
  )
    if (view.getUint16(entry, little) === ORIENTATION)
      return [orientationSegment(view.getUint16(entry + 8, little))];
  return [];
};

const orientationSegment = (orientation: number): Uint8Array =>
  Buffer.concat([
    Buffer.from([0xff, 0xe1, 0, 34]),
    Buffer.from('Exif\0\0MM\0*\0\0\0\x08\0\x01', 'latin1'),
    Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation & 0xff, 0, 0, 0, 0, 0, 0]),
  ]);

/** Chunks that hold no pixel and no colour: texts, EXIF, time. */
const pngSecrets: ReadonlySet<string> = new Set(['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME']);

const pngParts = (bytes: Uint8Array): Uint8Array[] | null => {
  const parts = [bytes.subarray(0, png.length)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = png.length;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (!pngSecrets.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return parts;
    at = end;
  }
  return null;
};
