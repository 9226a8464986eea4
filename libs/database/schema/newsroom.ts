/** A way in for one outlet; the link itself is kept nowhere, it is signed. */
export interface OutletLinkTable {
  id: string;
  outlet_id: string;
  issued_by: string;
  issued_at: Date;
  expires_at: Date;
  /** When somebody last came by it, to the minute. */
  opened_at: Date | null;
  revoked_at: Date | null;
  revoked_by: string | null;
  revoke_reason: string;
}

/** Who looked at what before its hour: one row a place, however often it was opened. */
export interface EmbargoOpeningTable {
  link_id: string;
  release_id: string;
  version: number;
  /** `list`, `page`, or the name of a file. */
  place: string;
  first_at: Date;
  last_at: Date;
  /** Last entry in the record. */
  recorded_at: Date;
  times: number;
}

/** Documents made of a version, as they were made first. */
export interface ReleaseDocumentTable {
  release_id: string;
  version: number;
  kind: string;
  sha256: string;
  name: string;
  made_at: Date;
}
