import { visibilityOf, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { Problem } from '@koujing/kernel';
import { organsOf, type Conference } from './conference.js';
import type { ConferenceStore } from './conference-store.sql.js';
import { conferenceRefusal } from './refusal.js';

const seen = (conference: Conference | null, actor: Actor): Conference => {
  const visibility = visibilityOf(actor);
  if (
    conference !== null &&
    (visibility.all || organsOf(conference).some((id) => visibility.organIds.includes(id)))
  )
    return conference;
  throw new Problem('notFound', [conferenceRefusal.notFound]);
};

/** The conference, if it is this person's business. */
export const visibleConference = async (
  conferences: ConferenceStore,
  queries: Queries,
  actor: Actor,
  id: string,
): Promise<Conference> => seen(await conferences.find(queries, id), actor);

/** The same, held until the transaction ends. */
export const heldConference = async (
  conferences: ConferenceStore,
  queries: Queries,
  actor: Actor,
  id: string,
): Promise<Conference> => seen(await conferences.lock(queries, id), actor);
