import { expect, test } from '@jest/globals';
import { zipSync } from 'fflate';
import sharp from 'sharp';
import { aPhotograph, aPng, jpegSegment, pngChunk, withSegments } from '../../test/support/a-picture.js';
import { PICTURE_LIMIT, drawPicture, sniffPicture } from './picture.js';
import { pictureTraces } from './picture-traces.js';

/** Red, green and blue of one pixel. */
const colourAt = async (bytes: Uint8Array, left: number, top: number): Promise<readonly number[]> => {
  const one = sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha();
  return [...(await one.toColourspace('srgb').raw().toBuffer())];
};
const has = (bytes: Uint8Array, text: string): boolean => Buffer.from(bytes).includes(Buffer.from(text));

test('what a camera wrote is not in what is kept (Art.39(6)), nor any other word beside the pixels', async () => {
  const film = Buffer.from('ftypmp42 GPS 39.9N');
  const photograph = Buffer.concat([
    withSegments(
      await aPhotograph(),
      jpegSegment(0xfe, Buffer.from('拍于值班室')),
      jpegSegment(0xe0, Buffer.from('JFXX\0\x10 uncropped')),
      jpegSegment(0xe2, Buffer.from('MPF\0 uncropped')),
    ),
    film,
  ]);
  expect(pictureTraces(photograph).map(({ kind }) => kind)).toEqual(
    expect.arrayContaining(['author', 'note', 'place']),
  );
  const { mimeType, bytes } = await drawPicture(photograph);
  expect([mimeType, sniffPicture(bytes)]).toEqual(['image/jpeg', 'image/jpeg']);
  expect(pictureTraces(bytes)).toEqual([]);
  const { exif, icc, xmp, iptc, orientation } = await sharp(bytes).metadata();
  expect([exif, icc, xmp, iptc, orientation]).toEqual(Array(5).fill(undefined));
  for (const word of ['Exif', 'Zhao', '拍于值班室', 'uncropped', 'ftyp', 'GPS'])
    expect([word, has(bytes, word)]).toEqual([word, false]);
});

test('a photograph that lay on its side is upright', async () => {
  // Orientation 6: the left edge of what the sensor saw is above.
  const { bytes } = await drawPicture(await aPhotograph(6));
  const { width, height } = await sharp(bytes).metadata();
  expect([width, height]).toEqual([32, 64]);
  const [red = [], blue = []] = [await colourAt(bytes, 16, 8), await colourAt(bytes, 16, 56)];
  expect([(red[0] ?? 0) > 240, (red[2] ?? 255) < 15, (blue[0] ?? 255) < 15, (blue[2] ?? 0) > 240]).toEqual(
    Array(4).fill(true),
  );
});

test('colours of another space are told in sRGB, and no profile is left', async () => {
  const wide = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#e03020' } })
    .withIccProfile('p3')
    .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
    .toBuffer();
  expect((await sharp(wide).metadata()).hasProfile).toBe(true);
  const { bytes } = await drawPicture(wide);
  expect((await sharp(bytes).metadata()).hasProfile).toBe(false);
  // The picture was made from sRGB: through Display P3 and back it is the same colour, while the numbers within differ.
  const [before, after] = [
    await sharp(wide, { ignoreIcc: true }).raw().toBuffer(),
    await colourAt(bytes, 4, 4),
  ];
  expect(Math.abs((after[0] ?? 0) - 0xe0)).toBeLessThan(6);
  expect(Math.abs((before[0] ?? 0) - 0xe0)).toBeGreaterThan(6);
});

test('a file that is a picture and something else besides is only a picture afterwards', async () => {
  const archive = zipSync({ 'run.js': new TextEncoder().encode('alert(1)') });
  const page = Buffer.from('<html><script>alert(1)</script></html>');
  const png = aPng(
    pngChunk('tEXt', Buffer.from('Comment\0<script>alert(1)</script>')),
    pngChunk('mkBT', Buffer.from('layers')),
  );
  const polyglots = [
    Buffer.concat([await aPhotograph(), archive]),
    Buffer.concat([await aPhotograph(), page]),
    withSegments(await aPhotograph(), jpegSegment(0xfe, page)),
    withSegments(await aPhotograph(), jpegSegment(0xef, page)),
    Buffer.concat([png, archive]),
    Buffer.concat([png, page]),
  ];
  for (const polyglot of polyglots) {
    const { bytes } = await drawPicture(polyglot);
    for (const word of ['PK\u0003\u0004', 'PK\u0005\u0006', 'script', 'alert', 'layers'])
      expect([word, has(bytes, word)]).toEqual([word, false]);
    expect((await sharp(bytes).metadata()).width).toBeGreaterThan(1);
  }
});

test('the same bytes give the same bytes, and a PNG of the house is drawn as it was', async () => {
  const photograph = await aPhotograph(6);
  const [once, twice] = [await drawPicture(photograph), await drawPicture(photograph)];
  expect(twice.sha256).toBe(once.sha256);
  const drawn = await drawPicture(aPng());
  expect((await drawPicture(drawn.bytes)).sha256).toBe(drawn.sha256);
  expect(await colourAt(drawn.bytes, 0, 0)).toEqual([40, 40, 40]);
  expect(await colourAt(drawn.bytes, 1, 0)).toEqual([200, 200, 200]);
});

test('what is seen through stays so, and a deep or a small palette keeps its colours', async () => {
  const glass = { r: 10, g: 200, b: 30, alpha: 0.5 };
  const made = sharp({ create: { width: 4, height: 4, channels: 4, background: glass } });
  const { bytes } = await drawPicture(await made.clone().png().toBuffer());
  expect([...(await sharp(bytes).raw().toBuffer()).subarray(0, 4)]).toEqual([10, 200, 30, 128]);
  const deep = await drawPicture(await made.clone().toColourspace('rgb16').png().toBuffer());
  expect((await sharp(deep.bytes).metadata()).depth).toBe('uchar');
  const palette = await drawPicture(await made.clone().png({ palette: true }).toBuffer());
  expect(await colourAt(palette.bytes, 0, 0)).toEqual([10, 200, 30]);
});

/** A picture whose head says that it has 30,000 × 30,000 pixels. */
const size = Buffer.from([0, 0, 0x75, 0x30, 0, 0, 0x75, 0x30, 8, 2, 0, 0, 0]);
const bomb = Buffer.concat([
  aPng().subarray(0, 8),
  pngChunk('IHDR', size),
  pngChunk('IDAT', Buffer.from([0x78, 0x9c])),
  pngChunk('IEND', Buffer.alloc(0)),
]);

test('a picture of more pixels than a reader can show is refused by its head, with its size and the limit', async () => {
  // Its pixels could not be decoded at all: that they are not asked for shows that nothing was.
  await expect(drawPicture(bomb)).rejects.toThrow('图片为 30000×30000 像素，超过 5000 万像素的上限');
});

test('a JPEG that is to be decoded over and over is refused before it is', async () => {
  const photograph = await sharp(await aPhotograph())
    .jpeg({ progressive: true })
    .toBuffer();
  await expect(drawPicture(photograph)).resolves.toMatchObject({ mimeType: 'image/jpeg' });
  const scan = photograph.lastIndexOf(Buffer.from([0xff, 0xda]));
  const again = Array.from({ length: 60 }, () => photograph.subarray(scan, photograph.length - 2));
  const many = Buffer.concat([photograph.subarray(0, photograph.length - 2), ...again]);
  await expect(drawPicture(many)).rejects.toMatchObject({
    reasons: [{ code: 'pictureDamaged', messageEn: expect.stringContaining('more than 40 scans') }],
  });
});

test('what is damaged is refused with what to do', async () => {
  const photograph = await aPhotograph();
  const png = aPng();
  const broken = Buffer.from(photograph);
  broken.fill(0x7f, photograph.length - 60, photograph.length - 20);
  const wrongSum = Buffer.from(png);
  wrongSum.writeUInt8(wrongSum.readUInt8(png.length - 15) ^ 0xff, png.length - 15);
  for (const bytes of [
    photograph.subarray(0, photograph.length - 40),
    broken,
    png.subarray(0, png.length - 20),
    wrongSum,
    Buffer.concat([png.subarray(0, 33), png.subarray(png.length - 12)]),
    Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff]),
  ])
    await expect(drawPicture(bytes)).rejects.toMatchObject({
      code: 'unsupported',
      reasons: [{ code: 'pictureDamaged', message: expect.stringContaining('已损坏或不合格式') }],
    });
});

test('an animated picture is refused: only its first frame would go out', async () => {
  const control = pngChunk('acTL', Buffer.from([0, 0, 0, 2, 0, 0, 0, 0]));
  await expect(drawPicture(aPng(control))).rejects.toMatchObject({ reasons: [{ code: 'animatedPicture' }] });
});

test('neither a name nor another kind makes a picture', async () => {
  expect(sniffPicture(Buffer.from('GIF89a'))).toBeNull();
  await expect(drawPicture(Buffer.from('GIF89a'))).rejects.toThrow('不是 JPG 或 PNG');
  await expect(drawPicture(Buffer.from('<svg/>'))).rejects.toThrow('不是 JPG 或 PNG');
});

test('more than 5 MB is refused with the limit, as it comes and as it would be kept', async () => {
  await expect(drawPicture(Buffer.alloc(6 * 1_048_576))).rejects.toThrow('超过 5.0 MB');
  // Noise: as a poor JPEG it is within the limit, written better it would not be.
  const raw = { width: 3_500, height: 3_000, channels: 3 as const };
  const noise = Buffer.alloc(raw.width * raw.height * 3);
  let seed = 7;
  for (let at = 0; at < noise.length; at += 1) {
    seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff;
    noise[at] = seed >> 16;
  }
  const poor = await sharp(noise, { raw }).jpeg({ quality: 60 }).toBuffer();
  const better = await sharp(poor).jpeg({ quality: 90 }).toBuffer();
  expect([poor.length < PICTURE_LIMIT, better.length > PICTURE_LIMIT]).toEqual([true, true]);
  const kept = await drawPicture(poor);
  expect(kept.bytes.length).toBeLessThanOrEqual(PICTURE_LIMIT);
});

test('several at once are drawn one after the other, and one that is refused does not hold up the next', async () => {
  const told = await Promise.allSettled([
    drawPicture(await aPhotograph()),
    drawPicture((await aPhotograph()).subarray(0, 400)),
    drawPicture(aPng()),
  ]);
  expect(told.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
