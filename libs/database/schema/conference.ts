import type { Json } from './organ.js';
import type { TracesColumn } from './release.js';

export interface ConferenceTable {
  id: string;
  /** `party`, `government`, `own`, `county`. */
  kind: string;
  organ_id: string;
  joint_organ_ids: Json<readonly string[]>;
  state: string;
  registration: number;
  revision: number;
  theme: string;
  content: string;
  starts_at: Date;
  place: string;
  name: string;
  host: string;
  emergency: boolean;
  incident_id: string | null;
  major: boolean;
  speakers: Json<unknown>;
  /** Justification, minutes, rostrum, question session and the reasons for passing a limit over. */
  plan: Json<unknown>;
  /** The approval number while the approval holds. */
  number: string | null;
  applied_at: Date | null;
  approved_at: Date | null;
  held_at: Date | null;
  filing: Json<unknown>;
  holding: Json<unknown>;
  brief: Json<unknown>;
  state_reason: string | null;
  created_by: string;
  created_at: Date;
  updated_at: Date;
}

/** Never changed; only voided. */
export interface ConferenceSignatureTable {
  id: string;
  conference_id: string;
  registration: number;
  digest: string;
  step: string;
  signer_name: string;
  signer_post: string;
  document: string;
  recorded_by: string;
  note: string;
  signed_at: Date;
  voided_at: Date | null;
  void_reason: string | null;
  /** The authorisation that the organ's own step rests on; null by office. */
  authorisation_id: string | null;
}

/** One approval with its number, as the public may look it up for good. */
export interface ConferenceApprovalTable {
  conference_id: string;
  registration: number;
  number: string;
  name: string;
  theme: string;
  starts_at: Date;
  place: string;
  approved_at: Date;
  voided_at: Date | null;
  void_reason: string | null;
  changes: Json<unknown>;
}

export interface ConferenceMaterialTable {
  id: string;
  conference_id: string;
  kind: string;
  sha256: string;
  name: string;
  mime_type: string;
  bytes: Uint8Array;
  /** What it says beside what one reads in it. */
  traces: TracesColumn;
  size: number;
  uploaded_by: string;
  uploaded_at: Date;
  /** Set when another file took its place. */
  replaced_at: Date | null;
  /** Its inside was not read; who opened it and looked. */
  unread: boolean;
  looked_by: string | null;
  looked_at: Date | null;
  /** Who signed this very file, where it came after the application. */
  signed_by: string | null;
  signed_at: Date | null;
  authorisation_id: string | null;
}

/** Organs that must keep up routine release (Art.29). */
export interface RoutineDutyTable {
  organ_id: string;
  since: Date;
  set_by: string;
}

/** A period whose clock was started; `ended` once it was met or the period is over. */
export interface RoutinePeriodTable {
  organ_id: string;
  rule: string;
  period: string;
  started_at: Date;
  ended: boolean;
}
