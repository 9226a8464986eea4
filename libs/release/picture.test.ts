import { expect, test } from '@jest/globals';
import { pictureTraces } from './picture-traces.js';
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

/** A TIFF of one directory and a GPS directory behind it: big-endian, each value after its directory. */
const tiff = (): Buffer => {
  const gps = 26 + 12 * 2;
  const entry = (tag: number, type: number, count: number, value: number): Buffer => {
    const bytes = Buffer.alloc(12);
    bytes.writeUInt16BE(tag, 0);
    bytes.writeUInt16BE(type, 2);
    bytes.writeUInt32BE(count, 4);
    bytes.writeUInt32BE(value, 8);
    return bytes;
  };
  const letter = (sign: string): number => sign.charCodeAt(0) << 24;
  const rationals = (values: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(values.length * 8);
    values.forEach((value, index) => {
      bytes.writeUInt32BE(value, index * 8);
      bytes.writeUInt32BE(1, index * 8 + 4);
    });
    return bytes;
  };
  const artist = Buffer.from('赵某\0');
  const latitude = gps + 2 + 12 * 4 + 4;
  return Buffer.concat([
    Buffer.from('MM\0*\0\0\0\x08\0\x02', 'latin1'),
    entry(0x013b, 2, artist.length, latitude + 48),
    entry(0x8825, 4, 1, gps),
    Buffer.alloc(gps - 34),
    Buffer.from([0, 4]),
    ...[entry(1, 2, 2, letter('N')), entry(2, 5, 3, latitude)],
    ...[entry(3, 2, 2, letter('E')), entry(4, 5, 3, latitude + 24)],
    Buffer.alloc(4),
    rationals([40, 43, 12]),
    rationals([120, 50, 24]),
    artist,
  ]);
};

test('who took a picture and where is told, and is not in what is stored (Art.39(6))', () => {
  const told = [
    { kind: 'author', text: '赵某' },
    { kind: 'place', text: '北纬 40.7200°，东经 120.8400°' },
  ];
  const photograph = jpeg(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff()])));
  expect(pictureTraces(photograph)).toEqual(told);
  expect(pictureTraces(readPicture(photograph).bytes)).toEqual([]);
});

test('remarks in the picture’s own words are told: comment, by-line, XMP, and the texts of a PNG', () => {
  const byLine = Buffer.concat([
    Buffer.from('Photoshop 3.0\0\x1c\x02\x50\0\x06', 'latin1'),
    Buffer.from('钱某'),
  ]);
  const xmp = `http://ns.adobe.com/xap/1.0/\0<x><dc:creator><rdf:Seq><rdf:li>孙某</rdf:li></rdf:Seq></dc:creator><rdf:Description exif:GPSLatitude="40,43.2N"/></x>`;
  const photograph = jpeg(
    segment(0xfe, Buffer.from('拍于值班室')),
    segment(0xed, byLine),
    segment(0xe1, Buffer.from(xmp)),
  );
  expect(pictureTraces(photograph)).toEqual([
    { kind: 'note', text: '拍于值班室' },
    { kind: 'author', text: '钱某' },
    { kind: 'author', text: '孙某' },
    { kind: 'place', text: '40,43.2N' },
  ]);
  expect(pictureTraces(readPicture(photograph).bytes)).toEqual([]);
  const text = Buffer.from('Author\0李某');
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('tEXt'), text, Buffer.alloc(4)]);
  chunk.writeUInt32BE(text.length, 0);
  expect(
    pictureTraces(Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk])),
  ).toEqual([{ kind: 'author', text: '李某' }]);
});

test('a cut-off or forged remark says nothing and breaks nothing', () => {
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff()]);
  for (let length = 6; length < exif.length; length += 3)
    expect(() => pictureTraces(jpeg(segment(0xe1, exif.subarray(0, length))))).not.toThrow();
});

test('a remark that the database would refuse is told without its broken characters', () => {
  const remark = Buffer.from(`${'字'.repeat(999)}𠮷𠮷`);
  expect(pictureTraces(jpeg(segment(0xfe, remark)))).toEqual([
    { kind: 'note', text: `${'字'.repeat(999)}𠮷…` },
  ]);
});

test('a second picture inside a photograph, and an editor’s own notes in a PNG, do not go out', () => {
  const thumbnail = segment(0xe0, Buffer.from('JFXX\0\x10 uncropped'));
  const second = segment(0xe2, Buffer.from('MPF\0 uncropped'));
  const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0 colours'));
  const { bytes } = readPicture(jpeg(thumbnail, second, profile));
  expect(Buffer.from(bytes)).toEqual(jpeg(profile));

  const chunk = (type: string, data: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.length);
    return Buffer.concat([length, Buffer.from(type, 'latin1'), data, Buffer.alloc(4)]);
  };
  const png = (...chunks: Buffer[]): Buffer =>
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.from([0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0])),
      ...chunks,
      chunk('IEND', Buffer.alloc(0)),
    ]);
  const shown = [chunk('gAMA', Buffer.alloc(4)), chunk('IDAT', Buffer.from([0]))];
  const drawn = readPicture(
    png(chunk('mkBT', Buffer.from('layers')), chunk('caBX', Buffer.from('who')), ...shown),
  );
  expect(Buffer.from(drawn.bytes)).toEqual(png(...shown));
});
