import { createHash } from 'node:crypto';
import type { Database } from '@koujing/database';
import { Problem } from '@koujing/kernel';
import type { DrawnPictureStore } from './drawn-picture-store.sql.js';
import { jpegScans } from './picture-jpeg.js';
import { isAnimated, png } from './picture-png.js';
import { pictureHead, redrawn, type PictureHead } from './redraw.js';
import { releaseRefusal } from './refusal.js';

/** 5 MB: Weibo's limit for one picture (CHANNELS.md B); a larger one could not go everywhere. */
export const PICTURE_LIMIT = 5 * 1_048_576;

/** A telephone's largest picture has 48 million pixels; one made to fill a reader's memory has thousands of millions in a few kilobytes. */
export const PIXEL_LIMIT = 50_000_000;

/** A progressive JPEG has about ten scans. */
export const SCAN_LIMIT = 40;

/**
 * Of a JPEG: at 90 a second writing is not seen. The rest for pictures that would leave the limit at 90 because they came
 * in worse than that; to refuse what was within the limit would be the worse mistake.
 */
const qualities = [90, 80, 70, 60] as const;

export type PictureType = 'image/jpeg' | 'image/png';

/** A picture as the house keeps it. */
export interface Picture {
  readonly sha256: string;
  readonly mimeType: PictureType;
  readonly bytes: Uint8Array;
}

/** The type by its first bytes, whatever the name says; null if it is neither JPG nor PNG. */
export const sniffPicture = (bytes: Uint8Array): PictureType | null => {
  if (bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff) return 'image/jpeg';
  return png.every((byte, index) => bytes[index] === byte) ? 'image/png' : null;
};

export interface PictureParts {
  readonly database: Database;
  readonly drawn: DrawnPictureStore;
}

/**
 * The one door for pictures: each is drawn anew (`drawPicture`), but what the house has drawn itself stays as it is,
 * because a second drawing of a JPEG would be another picture by its digest. Who keeps the picture notes that in the same
 * transaction (`drawn.save`).
 *
 * @throws Problem `tooLarge` or `unsupported`
 */
export const readPicture = async ({ database, drawn }: PictureParts, bytes: Uint8Array): Promise<Picture> => {
  const mimeType = typeOf(bytes);
  const sha256 = digestOf(bytes);
  return (await drawn.has(database.queries, sha256)) ? { sha256, mimeType, bytes } : drawPicture(bytes);
};

/**
 * A picture from its pixels, so that nothing else comes along: place and device, what was cut away, what was appended,
 * what a decoder would stumble over. The same bytes give the same bytes.
 *
 * @throws Problem `tooLarge` or `unsupported`
 */
export const drawPicture = async (bytes: Uint8Array): Promise<Picture> => {
  const mimeType = typeOf(bytes);
  const anew = await drawnAnew(bytes, mimeType, await headOf(bytes, mimeType));
  return { sha256: digestOf(anew), mimeType, bytes: anew };
};

/** How a door that takes documents draws the pictures inside. */
export type DrawPicture = typeof drawPicture;

const typeOf = (bytes: Uint8Array): PictureType => {
  if (bytes.length > PICTURE_LIMIT)
    throw new Problem('tooLarge', [releaseRefusal.picture.tooLarge(bytes.length, PICTURE_LIMIT)]);
  const mimeType = sniffPicture(bytes);
  if (mimeType === null) throw new Problem('unsupported', [releaseRefusal.picture.notAPicture]);
  return mimeType;
};

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** All that can be refused before a pixel is decoded. */
const headOf = async (bytes: Uint8Array, mimeType: PictureType): Promise<PictureHead> => {
  const { picture } = releaseRefusal;
  const head = await pictureHead(bytes);
  if (typeof head === 'string') throw new Problem('unsupported', [picture.damaged(head)]);
  if (head.width * head.height > PIXEL_LIMIT)
    throw new Problem('tooLarge', [picture.tooManyPixels(head, PIXEL_LIMIT)]);
  if (mimeType === 'image/png' && isAnimated(bytes)) throw new Problem('unsupported', [picture.animated]);
  if (mimeType === 'image/jpeg' && jpegScans(bytes) > SCAN_LIMIT)
    throw new Problem('unsupported', [picture.damaged(`more than ${SCAN_LIMIT} scans`)]);
  return head;
};

const drawnAnew = async (
  bytes: Uint8Array,
  mimeType: PictureType,
  { chroma }: PictureHead,
): Promise<Uint8Array> => {
  const { picture } = releaseRefusal;
  let size = 0;
  for (const quality of mimeType === 'image/jpeg' ? qualities : qualities.slice(0, 1)) {
    const anew = await redrawn(bytes, { mimeType, quality, chroma, mostPixels: PIXEL_LIMIT });
    if (typeof anew === 'string') throw new Problem('unsupported', [picture.damaged(anew)]);
    if (anew.length <= PICTURE_LIMIT) return anew;
    size = anew.length;
  }
  throw new Problem('tooLarge', [picture.redrawnTooLarge(size, PICTURE_LIMIT)]);
};
