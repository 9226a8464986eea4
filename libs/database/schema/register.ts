import type { Json } from './organ.js';

/** A line of one of the small registers; only its retirement is filled in later. */
export interface RegisterEntryTable {
  id: string;
  /** `expert`, `expertInterpretation`, `relaySite`, `relay`, `noPayment`, `pressArea`, `workflow`, `training`, `interpretation`. */
  register: string;
  organ_id: string;
  /** What it is the one valid entry of; '' where any number stand beside each other. */
  key: string;
  release_id: string | null;
  detail: Json<unknown>;
  recorded_by: string;
  recorded_at: Date;
  retired_by: string | null;
  retired_at: Date | null;
  retired_reason: string | null;
}
