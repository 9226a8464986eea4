import type { Queries } from '@koujing/database';
import type { PersonId } from '@koujing/kernel';
import { PersonStore } from './person-store.sql.js';

/** A person by their id, as pages name them. */
export type NamePerson = (id: PersonId) => { id: PersonId; name: string };

/** The names of these; who was removed since, and the system itself, goes by the id. */
export const personRefs = async (queries: Queries, ids: readonly PersonId[]): Promise<NamePerson> => {
  const names = await new PersonStore().names(queries, ids);
  return (id) => ({ id, name: names.get(id) ?? id });
};
