export interface PictureSize {
  readonly width: number;
  readonly height: number;
}

export const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Width and height are the first two numbers of IHDR, which every PNG begins with. */
export const pngSize = (bytes: Uint8Array): PictureSize | null => {
  if (bytes.length < 24 || Buffer.from(bytes.subarray(12, 16)).toString('latin1') !== 'IHDR') return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return { width: view.getUint32(16), height: view.getUint32(20) };
};

/**
 * Chunks that hold pixels, colours and frames (PNG 3rd ed. 11.2–11.3). Texts, EXIF, time and whatever an editor keeps for
 * itself (layers, what was cut away, who worked on it) stay out.
 */
const pngShown: ReadonlySet<string> = new Set(
  'IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs sPLT acTL fcTL fdAT'.split(
    ' ',
  ),
);

export const pngParts = (bytes: Uint8Array): Uint8Array[] | null => {
  const parts = [bytes.subarray(0, png.length)];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = png.length;
  while (at + 12 <= bytes.length) {
    const end = at + 12 + view.getUint32(at);
    if (end > bytes.length) return null;
    const type = Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1');
    if (pngShown.has(type)) parts.push(bytes.subarray(at, end));
    if (type === 'IEND') return parts;
    at = end;
  }
  return null;
};
