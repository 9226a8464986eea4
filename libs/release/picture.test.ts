import { expect, test } from '@jest/globals';
import { readPicture, sniffPicture } from './picture.js';

const segment = (marker: number, payload: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker, 0, 0]).fill(0, 2), payload]).fill(
    Buffer.from([(payload.length + 2) >> 8, (payload.length + 2) & 0xff]),
    2,
    4,
  );
const frame = (width: number, height: number): Buffer =>
  segment(0xc0, Buffer.from([8, height >> 8, height & 0xff, width >> 8, width & 0xff, 1, 1, 0x11, 0]));
const scan = Buffer.from([0xff, 0xda, 0, 2, 1, 0xff, 0, 2, 0xff, 0xd0, 3, 0xff, 0xd9]);
const jpeg = (...segments: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, frame(4, 3), scan]);
/** A film behind the picture, as telephones append it: with its own place and time. */
const film = Buffer.from('ftypmp42 GPS 39.9N');

/** EXIF of a camera: orientation 6 and the words of a GPS note behind it. */
const exif = Buffer.concat([
  Buffer.from('Exif\0\0II*\0\x08\0\0\0\x01\0', 'latin1'),
  Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 0, 0, 0, 0]),
  Buffer.from('GPS 39.9N 116.4E'),
]);

test('what a camera wrote is taken out, and the picture stays upright', () => {
  const { bytes, mimeType } = readPicture(jpeg(segment(0xe0, Buffer.from('JFIF\0')), segment(0xe1, exif)));
  expect(mimeType).toBe('image/jpeg');
  expect(Buffer.from(bytes).includes('GPS')).toBe(false);
  expect(Buffer.from(bytes).includes('Exif')).toBe(true);
  expect(Buffer.from(bytes).includes(Buffer.from([0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]))).toBe(true);
});

test('the scan itself is not touched', () => {
  const { bytes } = readPicture(jpeg(segment(0xfe, Buffer.from('remark'))));
  expect(Buffer.from(bytes)).toEqual(jpeg());
});

test('what a telephone appended after the picture is cut off', () => {
  expect(Buffer.from(readPicture(Buffer.concat([jpeg(), film])).bytes)).toEqual(jpeg());
});

test('a picture of more pixels than a reader can show is refused with its size and the limit', () => {
  const header = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
  const chunk = (type: string, data: Buffer): Buffer =>
    Buffer.concat([Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  const size = Buffer.from([0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 2, 0, 0, 0]);
  const bomb = Buffer.concat([header, chunk('IHDR', size), Buffer.alloc(4), chunk('IEND', Buffer.alloc(0))]);
  expect(() => readPicture(bomb)).toThrow('图片为 30000×30000 像素，超过 5000 万像素的上限');
  const photograph = Buffer.concat([Buffer.from([0xff, 0xd8]), frame(9000, 6000), scan]);
  expect(() => readPicture(photograph)).toThrow('9000×6000');
});

test('neither a name nor a cut-off file makes a picture', () => {
  expect(sniffPicture(Buffer.from('GIF89a'))).toBeNull();
  expect(() => readPicture(Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff]))).toThrow('不是 JPG 或 PNG');
});

test('more than 5 MB is refused with the limit', () => {
  expect(() => readPicture(Buffer.alloc(6 * 1_048_576))).toThrow('超过 5.0 MB');
});
