import type { IncidentView } from '../../api/contract.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import type { FieldValues } from '../../parts/form-values.js';

/** What the form begins with. */
export const incidentValuesOf = (incident: IncidentView): FieldValues => ({
  ...{ title: incident.title, kind: incident.kind, accident: incident.accident, place: incident.place },
  ...{
    occurredAt: wallTime(new Date(incident.occurredAt)),
    learnedAt: wallTime(new Date(incident.learnedAt)),
  },
  ...{ countyOrganIds: incident.counties.map(({ id }) => id), handlingOrganId: incident.handling.id },
  ...{ parties: incident.parties, reason: '' },
});

/** What the server is sent: a kind of accident only of an accident, since it sets how long its casualties are watched. */
export const incidentBodyOf = (
  { reason, occurredAt, learnedAt, accident, ...incident }: FieldValues,
  expectedRevision: number,
) => ({
  expectedRevision,
  incident: {
    ...incident,
    ...(incident['kind'] === 'accident' ? { accident } : {}),
    occurredAt: instantOf(String(occurredAt)),
    learnedAt: instantOf(String(learnedAt)),
  },
  reason,
});
