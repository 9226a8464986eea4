import type { Json } from './organ.js';

/** Filters of the list of releases that a person gave a name. */
export interface ReleaseViewTable {
  id: string;
  person_id: string;
  name: string;
  filters: Json<Readonly<Record<string, string>>>;
  created_at: Date;
}

export interface FirstReleaseViewTable {
  person_id: string;
  /** The id of a view, or the name of a standing one. */
  view: string;
}

/** A release that a person keeps an eye on. */
export interface ReleaseMarkTable {
  person_id: string;
  release_id: string;
  marked_at: Date;
}
