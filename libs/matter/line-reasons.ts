import type { Reason } from '@koujing/kernel';
import type { LineReader, StatedLine } from './line-reader.js';
import type { FactAttribute } from './matter.api.js';
import { matterRefusal } from './refusal.js';

/** Of these a release on one matter states one; of the rest it states many, so a line must say which it means. */
const speaksForItself: ReadonlySet<FactAttribute> = new Set<FactAttribute>([
  'deaths',
  'injured',
  'missing',
  'trapped',
  'evacuated',
  'warningColour',
  'responseLevel',
  'magnitude',
  'cause',
]);

/** A line that nothing could be held against is refused, not kept for show. */
export const lineReasons = (line: StatedLine, reader: LineReader): readonly Reason[] =>
  line.about === '' && !speaksForItself.has(line.attribute)
    ? [matterRefusal.aboutNeeded]
    : reader.reasons(line);
