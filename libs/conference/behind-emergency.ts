import { inOffice, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { organsOf } from '@koujing/incident';
import type { Reason } from '@koujing/kernel';
import type { ConferenceInput } from './conference.api.js';
import type { ConferenceParts } from './conference-parts.js';
import { conferenceRefusal } from './refusal.js';

/** Whoever asks for a plan, and what it was on before. */
export interface Asking {
  readonly actor: Actor;
  /** The incident that the plan names already: it may have been closed since. Null where it must still be open. */
  readonly kept: string | null;
}

type OnIncident = Pick<ConferenceInput, 'emergency' | 'incidentId' | 'organId'>;

/**
 * An emergency conference is one on an incident that is registered: what hurries it is Art.23, so nothing else frees it
 * of the seven working days (Art.31(1)), and that it was held is told to that incident. The incident is the organ's own, or
 * the office names it (Art.22): joint organs are whom the plan says, so naming one opens nothing.
 */
export const incidentReasons = async (
  { incidents, organs }: Pick<ConferenceParts, 'incidents' | 'organs'>,
  queries: Queries,
  { input, actor, kept }: Asking & { readonly input: OnIncident },
): Promise<readonly Reason[]> => {
  const { emergency, incidentId } = input;
  if (incidentId === null) return emergency ? [conferenceRefusal.emergencyWithoutIncident] : [];
  if (!emergency) return [conferenceRefusal.incidentWithoutEmergency];
  if (incidentId === kept) return [];
  const incident = await incidents.find(queries, incidentId);
  if (incident === null) return [conferenceRefusal.unknownIncident];
  const theirs =
    organsOf(incident).includes(input.organId) ||
    inOffice(actor, 'coordinator') ||
    (await organs.find(queries, input.organId))?.isOffice === true;
  if (!theirs) return [conferenceRefusal.incidentNotTheirs];
  return incident.state === 'closed' ? [conferenceRefusal.incidentClosed] : [];
};
