import type { MatterLines } from '../matter-lines.js';
import type { MediaParts } from '../media-parts.js';
import type { AccreditationRules } from './accreditation-rules.js';
import type { AccreditationStore } from './accreditation-store.sql.js';

export interface AccreditationParts extends Pick<MediaParts, 'database' | 'audit' | 'clock'> {
  readonly accreditations: AccreditationStore;
  readonly accreditationRules: AccreditationRules;
  readonly matterLines: MatterLines;
}
