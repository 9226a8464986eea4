import type { ColumnType, Generated } from 'kysely';

/** JSON columns are read as values and written through `json()`. */
export type Json<T> = ColumnType<T, T, T>;

interface Hats {
  readonly party: string;
  readonly government: string;
}

export interface OrganTable {
  id: string;
  name: string;
  short_name: string;
  aliases: Json<readonly string[]>;
  kind: string;
  level: string;
  area: string;
  parent_id: string | null;
  remit: Json<readonly string[]>;
  release_unit: string;
  /** True for the competent office (Art.4), which reads over all organs. */
  is_office: boolean;
  /** The office's two names; null for every other organ. */
  hats: ColumnType<Hats | null, Hats | null | undefined, Hats | null>;
  revision: Generated<number>;
}

export interface StatutoryIssuerTable {
  subject: string;
  organ_ids: Json<readonly string[]>;
  basis: string;
}
