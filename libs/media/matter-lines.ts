import type { Queries } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';

/** One agreed fact (口径) in the version that is in force, in words. */
export interface LineInForce {
  readonly lineId: string;
  readonly version: number;
  readonly words: string;
}

/** Port, wired in apps/dispatcher to libs/matter: equal ranks never import each other. */
export interface MatterLines {
  /** Titles by id, of those that exist. */
  titles(queries: Queries, ids: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** Null if the matter is no business of the organ: its agreed figures are no stranger's. */
  inForce(queries: Queries, matterId: string, organId: OrganId): Promise<readonly LineInForce[] | null>;
}
