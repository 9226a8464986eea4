const SOI_LENGTH = 2;
const START_OF_SCAN = 0xda;
const END_OF_IMAGE = 0xd9;

/**
 * How many scans a JPEG has. Each is decoded over all its pixels and may take a hundred bytes: a small file of thousands
 * keeps a thread busy for hours, and no limit of bytes or pixels sees it. Pure; nothing is decoded.
 */
export const jpegScans = (bytes: Uint8Array): number => {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let scans = 0;
  let at = SOI_LENGTH;
  while (at + 4 <= bytes.length && bytes[at] === 0xff && bytes[at + 1] !== END_OF_IMAGE) {
    const isScan = bytes[at + 1] === START_OF_SCAN;
    const end = at + 2 + view.getUint16(at + 2);
    if (isScan) scans += 1;
    at = isScan ? endOfScan(bytes, end) : end;
  }
  return scans;
};

/** Inside a scan an FF is followed by 00 or a restart marker; anything else is the next segment. */
const endOfScan = (bytes: Uint8Array, from: number): number => {
  for (let at = from; at + 1 < bytes.length; at += 1) {
    const next = bytes[at + 1] ?? 0;
    if (bytes[at] === 0xff && next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  return bytes.length;
};
