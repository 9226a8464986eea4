import { Problem } from '@koujing/kernel';
import { jpegParts, jpegSize } from './picture-jpeg.js';
import { png, pngParts, pngSize } from './picture-png.js';
import { releaseRefusal } from './refusal.js';

/** 5 MB: Weibo's limit for one picture (CHANNELS.md B); a larger one could not go everywhere. */
export const PICTURE_LIMIT = 5 * 1_048_576;

/** A telephone's largest picture has 48 million pixels; one made to fill a reader's memory has thousands of millions in a few kilobytes. */
export const PIXEL_LIMIT = 50_000_000;

export type PictureType = 'image/jpeg' | 'image/png';

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
  const size = mimeType === 'image/jpeg' ? jpegSize(kept ?? []) : pngSize(bytes);
  if (kept === null || size === null) throw new Problem('unsupported', [releaseRefusal.picture.notAPicture]);
  if (size.width * size.height > PIXEL_LIMIT)
    throw new Problem('tooLarge', [releaseRefusal.picture.tooManyPixels(size, PIXEL_LIMIT)]);
  return { mimeType, bytes: Buffer.concat(kept) };
};
