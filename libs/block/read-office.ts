import { officeParts } from './docx-parts.js';
import { xmlOf, type DocxParts } from './docx-stories.js';
import { tracesOfParts } from './docx-traces.js';
import { shownStories } from './hidden-text.js';
import { shownIn } from './shown-text.js';
import { textOfSlides, tracesOfSlides } from './slide-traces.js';
import type { Trace } from './trace.api.js';

/** What stands in an office file and beside it. */
export interface OfficeReading {
  readonly traces: readonly Trace[];
  readonly text: string;
  /** False where it carries another file inside, which nobody has opened. */
  readonly isWhole: boolean;
}

const document = 'word/document.xml';

/** A .docx or a .pptx; null for whatever else it is, or if it cannot be unpacked. */
export const readOffice = (bytes: Uint8Array): OfficeReading | null => {
  const unpacked = officeParts(bytes, 'file', [document, 'ppt/presentation.xml']);
  if (!unpacked.ok) return null;
  const parts = unpacked.value;
  return document in parts
    ? reading(parts, tracesOfParts(parts), textOf(parts))
    : reading(parts, tracesOfSlides(parts), textOfSlides(parts));
};

const reading = (parts: DocxParts, traces: readonly Trace[], text: string): OfficeReading => ({
  ...{ traces, text },
  isWhole: !Object.keys(parts).some(
    (name) => name.endsWith('.rels') && xmlOf(parts, name).includes('embeddings/'),
  ),
});

const textOf = (parts: DocxParts): string =>
  shownStories(parts)
    .flatMap(({ shown }) => shownIn(shown))
    .join('\n');
