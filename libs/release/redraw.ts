import type { Sharp, SharpOptions } from 'sharp';

/** What stands in a picture's head. */
export interface PictureHead {
  readonly width: number;
  readonly height: number;
  /** Of a JPEG, e.g. `4:2:0`. */
  readonly chroma: string | undefined;
}

export interface Redrawing {
  readonly mimeType: 'image/jpeg' | 'image/png';
  /** Of a JPEG, from 1 to 100; a PNG loses nothing. */
  readonly quality: number;
  readonly chroma: string | undefined;
  readonly mostPixels: number;
}

/** Loaded with the first picture: a process that takes none (portal, worker) need not carry it. */
let loaded: Promise<(bytes: Uint8Array, options: SharpOptions) => Sharp> | null = null;

const engine = (): NonNullable<typeof loaded> =>
  (loaded ??= import('sharp').then(({ default: sharp }) => {
    // One picture at a time on one thread, and nothing kept: dispatch shares the machine.
    sharp.concurrency(1);
    sharp.cache(false);
    // Of the decoders that come along, those two: what nobody can reach, nobody can attack.
    sharp.block({ operation: ['VipsForeignLoad'] });
    sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
    return (bytes, options) => sharp(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), options);
  }));

let last: Promise<unknown> = Promise.resolve();

/** A large photograph takes a second and 200 MB: several clerks' pictures come one after the other, whatever became of the one before. */
const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
  const mine = last.then(work);
  last = mine.then(
    () => null,
    () => null,
  );
  return mine;
};

/** Size by the head alone: nothing is decoded. The library's own words where it can read no head. */
export const pictureHead = async (bytes: Uint8Array): Promise<PictureHead | string> => {
  const open = await engine();
  return open(bytes, { limitInputPixels: false })
    .metadata()
    .then(
      ({ width, height, chromaSubsampling }) => ({ width, height, chroma: chromaSubsampling }),
      (error: unknown) => wordsOf(error),
    );
};

/**
 * The pixels and nothing else, written anew: upright, in sRGB, eight bits a channel. What is damaged by the strictest of
 * libvips' measures gives its words instead. The same bytes give the same bytes.
 */
export const redrawn = async (
  bytes: Uint8Array,
  { mimeType, quality, chroma, mostPixels }: Redrawing,
): Promise<Uint8Array | string> => {
  const open = await engine();
  return inTurn(() => {
    const upright = open(bytes, { failOn: 'warning', limitInputPixels: mostPixels }).autoOrient();
    const written =
      mimeType === 'image/png'
        ? upright.png({ compressionLevel: 9 })
        : // As fine in colour as it came: letters on a screenshot blur, a telephone's photograph only grows.
          upright.jpeg({ quality, chromaSubsampling: chroma === '4:2:0' ? '4:2:0' : '4:4:4' });
    return written.toBuffer().then(
      (buffer) => new Uint8Array(buffer),
      (error: unknown) => wordsOf(error),
    );
  });
};

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error)).trim();
