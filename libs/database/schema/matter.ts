import type { Json } from './organ.js';

export interface MatterTable {
  id: string;
  title: string;
  /** Category of Art.13, as of releases. */
  kind: string;
  /** Trigger of Art.12, if one applies. */
  trigger: string | null;
  owner_organ_id: string;
  /** Set by a ruling for a joint release. */
  lead_organ_id: string | null;
  concerned_organ_ids: Json<readonly string[]>;
  /** `open`, `closed`. */
  state: string;
  opened_at: Date;
  due_at: Date | null;
  closed_at: Date | null;
  closed_reason: string | null;
  opened_by: string;
  revision: number;
  updated_at: Date;
}

/** One version of an agreed fact; never updated. */
export interface AgreedLineTable {
  id: string;
  line_id: string;
  matter_id: string;
  version: number;
  attribute: string;
  about: string;
  value: string;
  unit: string;
  as_of: Date | null;
  owner_organ_id: string;
  retired: boolean;
  reason: string;
  changed_by: string;
  changed_at: Date;
}
