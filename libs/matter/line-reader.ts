import type { Reason } from '@koujing/kernel';
import type { AgreedLine } from './agreed-line.js';

/** What a line says, before it is anybody's. */
export type StatedLine = Pick<AgreedLine, 'attribute' | 'about' | 'value' | 'unit' | 'asOf'>;

/**
 * Port, implemented by libs/conflict: can this line be held against a text? A line that nothing can be compared
 * with would seem to bind while everything passes it.
 */
export interface LineReader {
  reasons(line: StatedLine): readonly Reason[];
}
