import type { Json } from './organ.js';

/** A number of the rules as it was set in the console; current while nobody ended it. */
export interface RuleNumberTable {
  id: string;
  key: string;
  value: Json<unknown>;
  basis: string;
  set_by: string;
  set_at: Date;
  ended_by: string | null;
  ended_at: Date | null;
}
