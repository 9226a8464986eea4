import { crc32, deflateSync } from 'node:zlib';

/** WeChat shows covers at 2.35 : 1. */
const width = 900;
const height = 383;
const background = [0x9e, 0x1b, 0x1b] as const;
const band = [0xc9, 0x9a, 0x3b] as const;

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

const header = (): Buffer => {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  // 8 bits a channel, RGB, the only compression and filter methods there are, not interlaced.
  data.set([8, 2, 0, 0, 0], 8);
  return data;
};

const pixels = (): Buffer => {
  const line = (colour: readonly number[]): Buffer =>
    Buffer.from([0, ...Array.from({ length: width }, () => colour).flat()]);
  const isBand = (y: number): boolean => y >= height - 40 && y < height - 28;
  return Buffer.concat(Array.from({ length: height }, (_, y) => line(isBand(y) ? band : background)));
};

const drawn = (): Uint8Array =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header()),
    chunk('IDAT', deflateSync(pixels(), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);

let cover: Uint8Array | null = null;

/**
 * A plain cover for articles without a picture: WeChat demands one (CHANNELS A2). A valid PNG of about 2 KB. Drawn once a process: anew
 * for each article it held everything else up for a twentieth of a second.
 */
export const defaultCover = (): Uint8Array => (cover ??= drawn());
