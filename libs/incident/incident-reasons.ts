import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { IncidentInput } from './incident.api.js';
import type { IncidentParts } from './incident-parts.js';
import { incidentRefusal } from './refusal.js';

type Facts = Pick<IncidentInput, 'countyOrganIds' | 'handlingOrganId' | 'occurredAt' | 'learnedAt'>;

const placeKinds: ReadonlySet<string> = new Set(['county', 'developmentZone']);

/** Organs must be registered, the counties must be counties, and the times must run forward. */
export const incidentReasons = async (
  { organs, clock }: Pick<IncidentParts, 'organs' | 'clock'>,
  queries: Queries,
  { countyOrganIds, handlingOrganId, occurredAt, learnedAt }: Facts,
): Promise<readonly Reason[]> => {
  const known = new Map((await organs.all(queries)).map((organ) => [organ.id, organ]));
  const now = clock.now().getTime();
  const [occurred, learned] = [Date.parse(occurredAt), Date.parse(learnedAt)];
  return [
    ...(known.has(handlingOrganId) ? [] : [incidentRefusal.unknownOrgan(handlingOrganId, 'handlingOrganId')]),
    ...countyOrganIds.flatMap((id) => {
      const organ = known.get(id);
      if (organ === undefined) return [incidentRefusal.unknownOrgan(id, 'countyOrganIds')];
      return placeKinds.has(organ.kind) ? [] : [incidentRefusal.notACounty(organ.name)];
    }),
    ...(occurred > now ? [incidentRefusal.inFuture('occurredAt')] : []),
    ...(learned > now ? [incidentRefusal.inFuture('learnedAt')] : []),
    ...(learned < occurred ? [incidentRefusal.learnedBeforeOccurred] : []),
  ];
};
