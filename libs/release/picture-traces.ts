import { distinct, told, type Trace } from '@koujing/block';
import { exifTraces } from './exif.js';
import { pngChunks } from './picture-png.js';
import { sniffPicture } from './picture.js';

/**
 * What a camera or an editor wrote beside the pixels. `readPicture` leaves it behind; the reviewer is told that it was there,
 * because the same picture may lie elsewhere with it.
 */
export const pictureTraces = (bytes: Uint8Array): readonly Trace[] => {
  const type = sniffPicture(bytes);
  const found = type === 'image/jpeg' ? jpegTraces(bytes) : type === 'image/png' ? pngTraces(bytes) : [];
  return distinct(found);
};

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');
const utf8 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8').replaceAll('\0', ' ').trim();

const xmpHead = 'http://ns.adobe.com/xap/1.0/\0';

const jpegTraces = (bytes: Uint8Array): readonly Trace[] => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const traces: Trace[] = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== 0xda) {
    const end = at + 2 + view.getUint16(at + 2);
    traces.push(...segmentTraces(bytes[at + 1] ?? 0, bytes.subarray(at + 4, end)));
    at = end;
  }
  return traces;
};

const segmentTraces = (marker: number, payload: Uint8Array): readonly Trace[] => {
  if (marker === 0xfe) return told('note', utf8(payload));
  if (marker === 0xed) return iptcTraces(payload);
  if (marker !== 0xe1) return [];
  if (latin(payload.subarray(0, 6)) === 'Exif\0\0') return exifTraces(payload.subarray(6));
  return latin(payload.subarray(0, xmpHead.length)) === xmpHead ? xmpTraces(utf8(payload)) : [];
};

const xmpTraces = (xmp: string): readonly Trace[] => {
  const creator = /<dc:creator>.*?<rdf:li[^>]*>([^<]*)</su.exec(xmp)?.[1] ?? '';
  const places = [...xmp.matchAll(/exif:GPSL(?:at|ong)itude(?:="|>)([^"<]+)/gu)].map(([, value]) => value);
  return [...told('author', creator.trim()), ...told('place', places.join(', '))];
};

/** IPTC-IIM 2:80, the by-line that press cameras and picture desks write. */
const iptcTraces = (payload: Uint8Array): readonly Trace[] => {
  const at = latin(payload).indexOf('\x1c\x02\x50');
  if (at < 0 || at + 5 > payload.length) return [];
  const length = ((payload[at + 3] ?? 0) << 8) | (payload[at + 4] ?? 0);
  return told('author', utf8(payload.subarray(at + 5, at + 5 + length)));
};

const pngTraces = (bytes: Uint8Array): readonly Trace[] =>
  pngChunks(bytes).flatMap(({ type, data }) => chunkTraces(type, data));

const chunkTraces = (type: string, data: Uint8Array): readonly Trace[] => {
  if (type === 'eXIf') return exifTraces(data);
  if (!['tEXt', 'iTXt', 'zTXt'].includes(type)) return [];
  const split = data.indexOf(0);
  const keyword = latin(data.subarray(0, Math.max(split, 0)));
  // A compressed text is told by its name alone: unpacking it would be work that a forged picture could make endless.
  if (type === 'zTXt') return told('note', `${keyword}（压缩文本 compressed text）`);
  const text = utf8(data.subarray(split + 1));
  if (keyword === 'XML:com.adobe.xmp') return xmpTraces(text);
  return keyword === 'Author' ? told('author', text) : told('note', `${keyword}：${text}`);
};
