import type { Generated } from 'kysely';
import type { Json } from './organ.js';

export interface PublishedPageTable {
  account_id: string;
  release_id: string;
  version: number;
  path: string;
  title: string;
  summary: string;
  organ: string;
  organs: Json<readonly string[]>;
  column_name: string;
  published_at: Date;
  updated_at: Date;
  /** What the page was written from; null for pages that came before it was kept. */
  rendition_digest: string | null;
}

export interface PublishedListTable {
  account_id: string;
  list: string;
  last: number;
}

export interface PublishedPlaceTable {
  account_id: string;
  list: string;
  position: number;
  release_id: string;
}

export interface PublishedChangeTable {
  account_id: string;
  position: number;
  kind: string;
  release_id: string;
  version: number;
  organ: string;
  note: string;
  at: Date;
}

export interface WithdrawnPageTable {
  account_id: string;
  release_id: string;
  version: number;
  withdrawn_at: Date;
}

export interface SitemapPartTable {
  account_id: string;
  part: number;
  changed_at: Date;
}

/** What the site is still owed; `turn` tells one owing from the next. */
export interface PortalOwedTable {
  account_id: string;
  part: string;
  turn: Generated<number>;
  lot: Generated<number>;
}

export interface PublishedAssetTable {
  account_id: string;
  release_id: string;
  sha256: string;
}

export interface PortalFormTable {
  account_id: string;
  form: string;
}

/** What was written last at a path, by digest. */
export interface PortalWrittenTable {
  account_id: string;
  path: string;
  digests: string[];
}

export interface PortalFormSeenTable {
  account_id: string;
  form: string;
  seen_at: Generated<Date>;
}

export interface PortalSearchTable {
  account_id: string;
  release_id: string;
  published_at: Date;
  words: string;
  body: string;
}
