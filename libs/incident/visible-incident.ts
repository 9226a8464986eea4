import { may, mayInSome, visibilityOf, type Actor, type Role } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { Problem, type OrganId, type Reason } from '@koujing/kernel';
import { organsOf, type Incident } from './incident.js';
import type { IncidentStore } from './incident-store.sql.js';
import { incidentRefusal } from './refusal.js';

const seen = (incident: Incident | null, actor: Actor): Incident => {
  const visibility = visibilityOf(actor);
  if (
    incident !== null &&
    (visibility.all || organsOf(incident).some((id) => visibility.organIds.includes(id)))
  )
    return incident;
  throw new Problem('notFound', [incidentRefusal.notFound]);
};

/** The incident, if it is this person's business; figures before their release are no stranger's. */
export const visibleIncident = async (
  incidents: IncidentStore,
  queries: Queries,
  actor: Actor,
  id: string,
): Promise<Incident> => seen(await incidents.find(queries, id), actor);

/** The same, held until the transaction ends. */
export const heldIncident = async (
  incidents: IncidentStore,
  queries: Queries,
  actor: Actor,
  id: string,
): Promise<Incident> => seen(await incidents.lock(queries, id), actor);

/** Those who speak for an organ (Art.5(6)). */
const speakers: readonly Role[] = ['approver', 'spokesperson'];

const mayAs = (actor: Actor, organIds: readonly OrganId[], roles: readonly Role[]): readonly Reason[] => {
  const [first = ''] = organIds;
  const allowed =
    may(actor, 'coordinator', first).length === 0 ||
    organIds.some((organId) => roles.some((role) => may(actor, role, organId).length === 0));
  return allowed ? [] : may(actor, 'approver', first);
};

/** A leader or spokesperson of an organ concerned, or a coordinator of the office. */
export const mayDecide = (incident: Incident, actor: Actor): readonly Reason[] =>
  mayAs(actor, organsOf(incident), speakers);

/** The same, and who drafts for one of them: reporting binds nobody. */
export const mayReport = (organIds: readonly OrganId[], actor: Actor): readonly Reason[] =>
  mayAs(actor, organIds, [...speakers, 'drafter']);

/** Whether one may be reported at all, before its organs are named. */
export const mayReportSome = (actor: Actor): readonly Reason[] =>
  mayInSome(actor, ['drafter', 'approver', 'spokesperson', 'coordinator']);
