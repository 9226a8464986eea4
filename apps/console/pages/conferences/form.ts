import type { ConferenceKind, ConferenceView, IncidentView, SpeakerInput } from '../../api/contract.js';
import { instantOf, wallTime } from '../../parts/city-time.js';

/** What the dialog edits; times are the city's wall times. */
export interface ConferenceForm {
  readonly kind: ConferenceKind;
  readonly organId: string;
  readonly jointOrganIds: readonly string[];
  readonly theme: string;
  readonly content: string;
  readonly justification: string;
  readonly startsAt: string;
  readonly place: string;
  readonly emergency: boolean;
  /** The incident behind an emergency; holding the conference ends its clock (Art.23). */
  readonly incidentId: string | null;
  readonly major: boolean;
  readonly speakers: readonly SpeakerInput[];
  readonly totalMinutes: number;
  readonly leadMinutes: number;
  readonly rostrumPersons: number;
  readonly questionSession: boolean;
  /** One sentence for all soft limits that are passed over. */
  readonly over: string;
}

export const noSpeaker = (organId: string): SpeakerInput => ({
  name: '',
  post: '',
  organId,
  capacity: 'spokesperson',
});

/** What a conference on it takes from an incident's page. */
type Occasion = Pick<IncidentView, 'id' | 'title' | 'place'>;

export const formOf = (
  conference: ConferenceView | null,
  own: string,
  on: Occasion | null = null,
): ConferenceForm => {
  if (conference === null)
    return {
      ...{ kind: 'own', organId: own, jointOrganIds: [], content: '', justification: '', startsAt: '' },
      ...{ theme: on?.title ?? '', place: on?.place ?? '', emergency: on !== null, major: false },
      ...{ incidentId: on?.id ?? null, speakers: [noSpeaker(own)] },
      ...{ totalMinutes: 60, leadMinutes: 15, rostrumPersons: 3, questionSession: true, over: '' },
    };
  const { kind, theme, content, justification, emergency, incidentId, major, venue } = conference;
  const { totalMinutes, leadMinutes, rostrumPersons, questionSession } = conference;
  const computed = venue !== null && venue.place === conference.place;
  return {
    ...{ kind, theme, content, justification, emergency, incidentId, major },
    ...{ totalMinutes, leadMinutes, rostrumPersons, questionSession },
    organId: conference.organ.id,
    jointOrganIds: conference.joint.map(({ id }) => id),
    startsAt: wallTime(new Date(conference.startsAt)),
    place: computed ? '' : conference.place,
    speakers: conference.speakers.map(({ name, post, organId, capacity }) => ({
      ...{ name, post, organId, capacity },
    })),
    over: Object.values(conference.limitReasons)[0] ?? '',
  };
};

const softLimits = ['totalMinutes', 'leadMinutes', 'rostrumPersons'] as const;

/** What the API takes. */
export const bodyOf = (form: ConferenceForm) => {
  const { over, startsAt, place, ...rest } = form;
  return {
    ...rest,
    startsAt: instantOf(startsAt) ?? startsAt,
    place: place.trim() === '' ? null : place.trim(),
    incidentId: form.emergency ? form.incidentId : null,
    limitReasons: over.trim() === '' ? {} : Object.fromEntries(softLimits.map((name) => [name, over.trim()])),
  };
};
