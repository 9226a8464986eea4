import type { Generated } from 'kysely';
import type { Json } from './organ.js';

/** A site or feed that an organ keeps outside this system. */
export interface ForeignSourceTable {
  id: string;
  organ_id: string;
  name: string;
  /** `feed` or `page`. */
  kind: string;
  url: string;
  selectors: Json<Readonly<Record<string, string>>>;
  enabled: boolean;
  revision: Generated<number>;
  next_at: Date;
  lease_holder: string | null;
  lease_until: Date | null;
  etag: string | null;
  last_modified: string | null;
  failures: Generated<number>;
  looked_at: Date | null;
  /** `read`, `unchanged`, `refused`, `failed`. */
  outcome: string | null;
  reason: string | null;
  created_at: Date;
}

/** What such a site says. */
export interface HeardTextTable {
  id: string;
  source_id: string;
  guid: string;
  url: string;
  title: string;
  body: string;
  published_at: Date;
  /** Why `published_at` is not what the source says: `missing`, `unreadable`, `future`. */
  date_fault: string | null;
  heard_at: Date;
  digest: string;
  /** The source has been given up. */
  withdrawn: Generated<boolean>;
  gate_seq: number;
  /** Up to which place it was held against what is released. */
  compared_seq: number | null;
  /** When its page is opened again; null: no more. */
  next_look_at: Date | null;
  looks: Generated<number>;
  /** How often in a row its page was not there; 2: taken down. */
  misses: Generated<number>;
}
