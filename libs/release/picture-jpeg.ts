import type { PictureSize } from './picture-png.js';

const SOI_LENGTH = 2;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/**
 * JFIF (APP0), colour profile (APP2) and Adobe's transform (APP14) are needed to show it rightly; other APPn and COM are
 * not. Under the same markers cameras keep a small copy (JFXX) or a list of more pictures (MPF): both may show what was
 * cut away.
 */
const needed: Readonly<Record<number, string>> = { 0xe0: 'JFIF\0', 0xe2: 'ICC_PROFILE\0', 0xee: 'Adobe' };

const shows = (segment: Uint8Array): boolean => {
  const marker = segment[1] ?? 0;
  if (marker !== 0xfe && (marker < 0xe0 || marker > 0xef)) return true;
  const head = needed[marker];
  return head !== undefined && Buffer.from(segment.subarray(4, 4 + head.length)).toString('latin1') === head;
};

/** The segments that belong to the picture; null if the file is none. What a telephone appended after the end (a film, a depth map) stays out. */
export const jpegParts = (bytes: Uint8Array): Uint8Array[] | null => {
  const parts = [bytes.subarray(0, SOI_LENGTH)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let scanned = false;
  let at = SOI_LENGTH;
  while (at + 2 <= bytes.length) {
    const marker = bytes[at + 1] ?? 0;
    if (bytes[at] !== 0xff) return null;
    if (marker === END_OF_IMAGE) return scanned ? [...parts, bytes.subarray(at, at + 2)] : null;
    const end = at + 4 > bytes.length ? Infinity : at + 2 + view.getUint16(at + 2);
    if (end > bytes.length) return null;
    const next = marker === START_OF_SCAN ? endOfScan(bytes, end) : end;
    const segment = bytes.subarray(at, next);
    if (shows(segment)) parts.push(segment);
    else if (marker === 0xe1) parts.push(...orientationOnly(segment));
    scanned ||= marker === START_OF_SCAN;
    at = next;
  }
  // A camera that was switched off leaves no end; browsers show what there is.
  return scanned ? parts : null;
};

/** Inside a scan an FF is followed by 00 or a restart marker; anything else is the next segment. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
};

/** Width and height stand in the frame header (SOF0–15, without DHT, JPG and DAC). */
export const jpegSize = (parts: readonly Uint8Array[]): PictureSize | null => {
  const frame = parts.find((part) => {
    const marker = part[1] ?? 0;
    return part.length >= 9 && marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
  });
  if (frame === undefined) return null;
  const view = new DataView(frame.buffer, frame.byteOffset, frame.byteLength);
  return { height: view.getUint16(5), width: view.getUint16(7) };
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
