import type { Queries } from '@koujing/database';
import type { OrganRef } from './organ.api.js';

/** An organ by its id, as pages name it. */
export type NameOrgan = (id: string) => OrganRef;

/**
 * The names of these, for lists: a nation's register has 300,000 organs, and a page shows thirty. Without ids those of the whole
 * register, for the page of one thing that names organs in many places. An organ that was removed since goes by its id.
 */
export const organRefs = async (queries: Queries, ids?: readonly string[]): Promise<NameOrgan> => {
  let register = queries.selectFrom('organ').select(['id', 'name', 'short_name']);
  if (ids !== undefined) register = register.where('id', 'in', [...new Set(ids)]);
  const rows = ids?.length === 0 ? [] : await register.execute();
  const byId = new Map(
    rows.map((row) => [row.id, { id: row.id, name: row.name, shortName: row.short_name }]),
  );
  const asked = ids === undefined ? null : new Set(ids);
  return (id) => {
    // It would be shown by its id, as if it had been removed.
    if (asked?.has(id) === false) throw new Error(`the name of organ ${id} was not asked for`);
    return byId.get(id) ?? { id, name: id, shortName: id };
  };
};
