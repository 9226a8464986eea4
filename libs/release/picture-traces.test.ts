import { expect, test } from '@jest/globals';
import { aPng, jpegSegment as segment, pngChunk } from '../../test/support/a-picture.js';
import { pictureTraces } from './picture-traces.js';

/** Nothing but what stands before the pixels: that is all that is read. */
const jpeg = (...segments: Buffer[]): Buffer =>
  Buffer.concat([Buffer.from([0xff, 0xd8]), ...segments, Buffer.from([0xff, 0xd9])]);

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

test('who took a picture and where is told (Art.39(6))', () => {
  const photograph = jpeg(segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff()])));
  expect(pictureTraces(photograph)).toEqual([
    { kind: 'author', text: '赵某' },
    { kind: 'place', text: '北纬 40.7200°，东经 120.8400°' },
  ]);
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
  expect(pictureTraces(aPng(pngChunk('tEXt', Buffer.from('Author\0李某'))))).toEqual([
    { kind: 'author', text: '李某' },
  ]);
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
