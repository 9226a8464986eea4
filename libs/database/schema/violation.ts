import type { Generated } from 'kysely';
import type { Json } from './organ.js';

/** A case of Art.39; act and evidence are never updated. */
export interface ViolationTable {
  id: string;
  kind: string;
  /** The same act, the same key: unique. */
  act_key: string;
  organ_id: string;
  title: string;
  link: string;
  act: string;
  act_en: string;
  article: string;
  occurred_at: Date;
  established_at: Date;
  /** The organ is outside the office's sanctions (Art.45). */
  by_reference: boolean;
  /** What it was established from, so that it is not looked at again. */
  deadline_id: string | null;
  finding_id: string | null;
  evidence: Json<unknown>;
  evidence_digest: string;
  state: string;
  consequence: string | null;
  consequence_text: Generated<string>;
  consequence_by: string | null;
  consequence_at: Date | null;
  ended_by: string | null;
  ended_at: Date | null;
  end_note: Generated<string>;
}
