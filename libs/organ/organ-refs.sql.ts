import type { Queries } from '@koujing/database';
import type { OrganRef } from './organ.api.js';

/** An organ by its id, as pages name it. */
export type NameOrgan = (id: string) => OrganRef;

/** The names of the whole register: an organ that was removed since goes by its id. */
export const organRefs = async (queries: Queries): Promise<NameOrgan> => {
  const rows = await queries.selectFrom('organ').select(['id', 'name', 'short_name']).execute();
  const byId = new Map(
    rows.map((row) => [row.id, { id: row.id, name: row.name, shortName: row.short_name }]),
  );
  return (id) => byId.get(id) ?? { id, name: id, shortName: id };
};
