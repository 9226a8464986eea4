import { distinct, readOffice, told, type Trace } from '@koujing/block';
import { pictureTraces } from '@koujing/release';
import { scanForSecrets } from '@koujing/signoff';

/** What a file was found to say. */
export interface MaterialReading {
  readonly traces: readonly Trace[];
  /** Its inside was not read, or not all of it: somebody has to open it and look. */
  readonly unread: boolean;
}

/** A file with more of them is a list of persons: whoever files it opens it. */
const mostMarks = 50;

/**
 * .docx and .pptx, plain text, and what a camera wrote into a picture are read. A PDF, a .doc or .ppt of before 2007, and
 * whatever else is packed are not: nothing in the house unpacks them, and to pass them over in silence would say that they
 * were looked at (Art.39(6)).
 */
export const readMaterial = (bytes: Uint8Array, mimeType: string): MaterialReading => {
  if (mimeType.startsWith('image/')) return { traces: pictureTraces(bytes), unread: false };
  if (mimeType.startsWith('text/'))
    return { traces: distinct(marksIn(new TextDecoder().decode(bytes))), unread: false };
  const office = readOffice(bytes);
  if (office === null) return { traces: [], unread: true };
  return { traces: distinct([...marksIn(office.text), ...office.traces]), unread: !office.isWhole };
};

const marksIn = (text: string): readonly Trace[] =>
  scanForSecrets(text, null, mostMarks).flatMap((hint) => told('mark', hint.text));
