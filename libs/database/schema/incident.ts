import type { Json } from './organ.js';

export interface IncidentTable {
  id: string;
  title: string;
  /** `natural`, `accident`, `publicHealth`, `socialSecurity`. */
  kind: string;
  /** `general`, `traffic`, `fire`: how long its figures are watched. */
  accident: string;
  /** As a person confirmed it; null until then. */
  level: string | null;
  suggested_level: string | null;
  level_reason: string;
  occurred_at: Date;
  learned_at: Date;
  first_release_at: Date | null;
  opinion_formed_at: Date | null;
  conference_held_at: Date | null;
  place: string;
  county_organ_ids: Json<readonly string[]>;
  handling_organ_id: string;
  parties: Json<readonly string[]>;
  matter_id: string;
  responsible_organ_id: string;
  /** The field headquarters that stands now. */
  headquarters_organ_id: string | null;
  /** Why the city government has to release itself (必要时); null: it has not. */
  necessity: string | null;
  permission: Json<unknown> | null;
  override: Json<unknown> | null;
  leader_spoke: Json<unknown> | null;
  /** `open`, `closed`. */
  state: string;
  closed_at: Date | null;
  closed_reason: string | null;
  reported_by: string;
  revision: number;
  updated_at: Date;
}

export interface IncidentHeadquartersTable {
  id: string;
  incident_id: string;
  organ_id: string;
  set_up_at: Date;
  set_up_by: string;
  basis: string;
  dissolved_at: Date | null;
  dissolved_by: string | null;
  dissolved_reason: string | null;
}

/** What was known of the casualties, from whom, as of when; never updated. */
export interface IncidentFiguresTable {
  id: string;
  incident_id: string;
  as_of: Date;
  source: string;
  figures: Json<Readonly<Record<string, number>>>;
  reason: string;
  recorded_by: string;
  recorded_at: Date;
}

/** A release in the numbered chain of an incident. */
export interface IncidentReleaseTable {
  incident_id: string;
  release_id: string;
  ordinal: number;
  version: number;
  released_at: Date;
  as_of: Date;
  figures: Json<Readonly<Record<string, number>>>;
  responsible_organ_id: string;
  /** It was released by whoever had to. */
  counts: boolean;
}

/** Why the figures of a release go down against the chain (核减); bound to its digest. */
export interface IncidentReductionTable {
  id: string;
  incident_id: string;
  release_id: string;
  digest: string;
  reason: string;
  stated_by: string;
  stated_at: Date;
}
