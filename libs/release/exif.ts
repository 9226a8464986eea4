import { told, type Trace } from '@koujing/block';

/** Tags of TIFF 6.0 and Exif 2.3 that name a person, a device or a place. */
const tag = {
  make: 0x010f,
  model: 0x0110,
  artist: 0x013b,
  copyright: 0x8298,
  exif: 0x8769,
  gps: 0x8825,
  owner: 0xa430,
  author: 0x9c9d,
};
const gpsTag = { latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 };

interface Tiff {
  readonly view: DataView;
  readonly little: boolean;
}
interface Entry {
  readonly type: number;
  readonly count: number;
  /** Of its value, counted from the head of the TIFF. */
  readonly at: number;
}
type Directory = ReadonlyMap<number, Entry>;

/** Bytes of one value, by its type: BYTE, ASCII, SHORT, LONG, RATIONAL. */
const sizes: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1 };

/** Author, device and place in an Exif block (a TIFF); what is broken says nothing. */
export const exifTraces = (bytes: Uint8Array): readonly Trace[] => {
  if (bytes.length < 8) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tiff = { view, little: view.getUint16(0) === 0x4949 };
  const main = directoryAt(tiff, view.getUint32(4, tiff.little));
  const below = (pointer: number): Directory => {
    const entry = main.get(pointer);
    return entry === undefined
      ? new Map<number, Entry>()
      : directoryAt(tiff, view.getUint32(entry.at, tiff.little));
  };
  const words = (from: Directory, wanted: number): string => textAt(tiff, from.get(wanted));
  const authors = [words(main, tag.artist), words(main, tag.author), words(main, tag.copyright)];
  const device = [words(main, tag.make), words(main, tag.model)].filter((text) => text !== '').join(' ');
  return [
    ...[...authors, words(below(tag.exif), tag.owner)].flatMap((text) => told('author', text)),
    ...told('device', device),
    ...placeOf(tiff, below(tag.gps)),
  ];
};

const directoryAt = ({ view, little }: Tiff, at: number): Directory => {
  const entries = new Map<number, Entry>();
  if (at + 2 > view.byteLength) return entries;
  const count = view.getUint16(at, little);
  for (let place = at + 2; place < at + 2 + count * 12 && place + 12 <= view.byteLength; place += 12) {
    const type = view.getUint16(place + 2, little);
    const values = view.getUint32(place + 4, little);
    const length = (sizes[type] ?? 1) * values;
    const value = length <= 4 ? place + 8 : view.getUint32(place + 8, little);
    if (value + length <= view.byteLength)
      entries.set(view.getUint16(place, little), { type, count: values, at: value });
  }
  return entries;
};

/** ASCII is in truth UTF-8; the XP tags of Windows are UTF-16. */
const textAt = ({ view }: Tiff, entry: Entry | undefined): string => {
  if (entry === undefined) return '';
  const bytes = Buffer.from(view.buffer, view.byteOffset + entry.at, Math.min(entry.count, 400));
  return bytes
    .toString(entry.type === 1 ? 'utf16le' : 'utf8')
    .replaceAll('\0', '')
    .trim();
};

const placeOf = (tiff: Tiff, gps: Directory): readonly Trace[] => {
  const latitude = degreesAt(tiff, gps.get(gpsTag.latitude));
  const longitude = degreesAt(tiff, gps.get(gpsTag.longitude));
  if (latitude === null || longitude === null) return [];
  const north = textAt(tiff, gps.get(gpsTag.latitudeRef)) === 'S' ? '南纬' : '北纬';
  const east = textAt(tiff, gps.get(gpsTag.longitudeRef)) === 'W' ? '西经' : '东经';
  return [{ kind: 'place', text: `${north} ${latitude}°，${east} ${longitude}°` }];
};

/** Degrees, minutes and seconds as three rationals; ten metres are near enough to tell a reviewer. */
const degreesAt = ({ view, little }: Tiff, entry: Entry | undefined): string | null => {
  if (entry?.type !== 5 || entry.count < 3) return null;
  const part = (index: number): number =>
    view.getUint32(entry.at + index * 8, little) / view.getUint32(entry.at + index * 8 + 4, little);
  const degrees = part(0) + part(1) / 60 + part(2) / 3_600;
  return Number.isFinite(degrees) ? degrees.toFixed(4) : null;
};
