import type { Incident } from './incident.js';
import type { IncidentRules } from './incident-rules.js';

const dayMs = 24 * 3_600_000;

/** Until when a change of the casualties is still reported, and so told: thirty days, traffic accidents and fires seven. */
export const watchUntil = (
  { occurredAt, accident }: Pick<Incident, 'occurredAt' | 'accident'>,
  { watchWindow }: IncidentRules,
): { readonly at: Date; readonly article: string } => {
  const { days, article } = watchWindow[accident];
  return { at: new Date(occurredAt.getTime() + days * dayMs), article };
};
