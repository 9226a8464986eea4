import { visibilityOf, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { Problem } from '@koujing/kernel';
import { organsOf, type Matter } from './matter.js';
import type { MatterStore } from './matter-store.sql.js';
import { matterRefusal } from './refusal.js';

const seen = (matter: Matter | null, actor: Actor): Matter => {
  const visibility = visibilityOf(actor);
  if (matter !== null && (visibility.all || organsOf(matter).some((id) => visibility.organIds.includes(id))))
    return matter;
  throw new Problem('notFound', [matterRefusal.notFound]);
};

/** The matter, if it is this person's business: an agreed figure before its release is no stranger's. */
export const visibleMatter = async (
  matters: MatterStore,
  queries: Queries,
  actor: Actor,
  id: string,
): Promise<Matter> => seen(await matters.find(queries, id), actor);

/** The same, held until the transaction ends. */
export const heldMatter = async (
  matters: MatterStore,
  queries: Queries,
  actor: Actor,
  id: string,
): Promise<Matter> => seen(await matters.lock(queries, id), actor);
