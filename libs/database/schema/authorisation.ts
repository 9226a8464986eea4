import type { Json } from './organ.js';

/** Never deleted: an old approval must be explicable. */
export interface AuthorisationTable {
  id: string;
  organ_id: string;
  grantor_id: string;
  grantee_id: string;
  /** Kinds of release; empty: every kind. */
  kinds: Json<readonly string[]>;
  /** Words of the remit; empty: every subject. */
  subjects: Json<readonly string[]>;
  note: string;
  from_at: Date;
  to_at: Date;
  revoked_at: Date | null;
  revoke_reason: string | null;
  recorded_by: string;
  recorded_at: Date;
}

export interface DelegationTable {
  id: string;
  organ_id: string;
  role: string;
  from_person_id: string;
  to_person_id: string;
  reason: string;
  from_at: Date;
  to_at: Date;
  revoked_at: Date | null;
  revoke_reason: string | null;
  recorded_at: Date;
}
