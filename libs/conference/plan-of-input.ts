import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import type { Organ } from '@koujing/organ';
import type { ConferenceInput, ConferenceKind } from './conference.api.js';
import type { ConferencePlan } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import { incidentReasons, type Asking } from './behind-emergency.js';
import { namingOf, placeOf } from './naming.js';
import { conferenceRefusal } from './refusal.js';

/** Counties and zones hold county ones (Art.31(4)); the city's organs the others. */
export const kindsOf = ({ kind }: Pick<Organ, 'kind'>): readonly ConferenceKind[] =>
  kind === 'county' || kind === 'developmentZone' ? ['county'] : ['party', 'government', 'own'];

/** A plan with what is computed of it, or what stands against it. */
export type Planned =
  | { readonly plan: ConferencePlan & { readonly name: string; readonly host: string } }
  | { readonly reasons: readonly Reason[] };

/** Organs must be registered, the kind must be theirs, and the place must be one that is allowed (Art.30). */
export const planOfInput = async (
  parts: Pick<ConferenceParts, 'organs' | 'settings' | 'incidents'>,
  queries: Queries,
  { input, ...asking }: Asking & { readonly input: ConferenceInput },
): Promise<Planned> => {
  const { organs, settings } = parts;
  const known = new Map((await organs.all(queries)).map((organ) => [organ.id, organ]));
  const organ = known.get(input.organId);
  const unknown = [
    ...(organ === undefined ? [conferenceRefusal.unknownOrgan(input.organId, 'organId')] : []),
    ...input.jointOrganIds
      .filter((id) => !known.has(id))
      .map((id) => conferenceRefusal.unknownOrgan(id, 'jointOrganIds')),
    ...input.speakers.flatMap(({ organId }, index) =>
      known.has(organId) ? [] : [conferenceRefusal.unknownOrgan(organId, `speakers.${index}.organId`)],
    ),
  ];
  if (organ === undefined || unknown.length > 0) return { reasons: unknown };
  const naming = namingOf(settings, input.kind, { organ, office: officeOf(known) ?? organ });
  const place = placeOf(naming, input.place, input.emergency);
  const firm = naming.venue?.firm === true && !input.emergency ? naming.venue.place : null;
  const reasons = [
    ...(kindsOf(organ).includes(input.kind)
      ? []
      : [conferenceRefusal.kindNotTheirs(kindsOf(organ).join(', '))]),
    ...(firm !== null && input.place !== null && input.place !== firm
      ? [conferenceRefusal.venueFirm(firm)]
      : []),
    ...(place === null ? [conferenceRefusal.placeNeeded] : []),
    ...(await incidentReasons(parts, queries, { input, ...asking })),
  ];
  if (place === null || reasons.length > 0) return { reasons };
  const { name, host } = naming;
  return {
    plan: {
      ...input,
      ...{ place, name, host },
      startsAt: new Date(input.startsAt),
      jointOrganIds: input.jointOrganIds.filter((id) => id !== input.organId),
    },
  };
};

const officeOf = (organs: ReadonlyMap<string, Organ>): Organ | undefined =>
  [...organs.values()].find(({ isOffice }) => isOffice);
