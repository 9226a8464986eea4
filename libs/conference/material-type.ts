/** What the bytes are, whatever the name says; null if it is nothing that is taken. */
export const materialTypeOf = (bytes: Uint8Array): string | null => {
  const head = (signature: readonly number[]): boolean =>
    signature.every((byte, index) => bytes[index] === byte);
  if (head([0x25, 0x50, 0x44, 0x46, 0x2d])) return 'application/pdf';
  // Word, WPS and slides of today are zip archives.
  if (head([0x50, 0x4b, 0x03, 0x04])) return 'application/zip';
  // Their forerunners before 2007.
  if (head([0xd0, 0xcf, 0x11, 0xe0])) return 'application/msword';
  if (head([0x89, 0x50, 0x4e, 0x47])) return 'image/png';
  if (head([0xff, 0xd8, 0xff])) return 'image/jpeg';
  return isText(bytes) ? 'text/plain; charset=utf-8' : null;
};

const isText = (bytes: Uint8Array): boolean => {
  if (bytes.length === 0 || bytes.includes(0)) return false;
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
};

export const acceptedMaterials = 'PDF, Word/WPS, PPT, PNG, JPEG, UTF-8 文本 (text)';
