import type { Json } from './organ.js';

/** When a publication is looked at next, and what the last look found. */
export interface ReadBackTable {
  delivery_id: string;
  /** By the city's clock: looks are told from here. */
  published_at: Date;
  next_at: Date;
  lease_holder: string | null;
  lease_until: Date | null;
  looked_at: Date | null;
  /** `same`, `differs`, `gone`, `unreadable`. */
  outcome: string | null;
  reason: string | null;
  same_since: Date | null;
  /** Looks in a row that could read nothing. */
  failures: number;
}

/** What the public finds otherwise than it was approved. */
export interface DriftTable {
  id: string;
  delivery_id: string;
  /** `differs` or `gone`. */
  kind: string;
  differences: Json<readonly unknown[]>;
  digest: string;
  raised_at: Date;
  closed_at: Date | null;
  closed_reason: string | null;
}

/** Where the looks through a site go on. */
export interface SiteWatchTable {
  account_id: string;
  next_at: Date;
  since: Date;
  /** The channel's own words. */
  place: Json<unknown>;
  lease_holder: string | null;
  lease_until: Date | null;
  looked_at: Date | null;
  reason: string | null;
}

/** A file around the articles that stands otherwise than it was written. */
export interface SiteDriftTable {
  id: string;
  account_id: string;
  part: string;
  path: string;
  url: string;
  /** `differs` or `gone`. */
  kind: string;
  differences: Json<readonly unknown[]>;
  digest: string;
  seen_at: Date;
  /** Null until a second look finds it too. */
  raised_at: Date | null;
  closed_at: Date | null;
  closed_reason: string | null;
}

/** A post on one of our accounts that no release put there. */
export interface StrayPostTable {
  account_id: string;
  remote_id: string;
  text: string;
  url: string | null;
  published_at: Date | null;
  found_at: Date;
}

/** When an account's own list of posts is looked through next. */
export interface AccountWatchTable {
  account_id: string;
  next_at: Date;
  lease_holder: string | null;
  lease_until: Date | null;
  looked_at: Date | null;
  reason: string | null;
  /** Posts from before are nobody's business here: the account had a life before this system. */
  since: Date;
}
