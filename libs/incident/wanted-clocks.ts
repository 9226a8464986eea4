import type { Incident } from './incident.js';
import { isUpper, levelOf } from './incident.js';

/** The deadline rules that incidents start; their numbers stand in the rules file of the city. */
export const clockRules = [
  'emergencyFirstRelease',
  'emergencyLateReport',
  'emergencyConference',
  'socialSecurityImmediate',
  'publicOpinionResponse',
] as const;
export type ClockRule = (typeof clockRules)[number];

/** A clock that has to run, or has run, on the incident as it is now. */
export interface WantedClock {
  readonly rule: ClockRule;
  readonly eventAt: Date;
  /** The duty is done. */
  readonly metAt: Date | null;
}

export type Clocked = Pick<
  Incident,
  | 'kind'
  | 'level'
  | 'suggestedLevel'
  | 'occurredAt'
  | 'learnedAt'
  | 'opinionFormedAt'
  | 'conferenceHeldAt'
  | 'state'
>;

interface Question {
  /** When those who had to have released, earliest first. */
  readonly releasedAt: readonly Date[];
  /** End of the first-release limit, counted from the occurrence; null where the city has none. */
  readonly firstDue: Date | null;
  /** The city has a limit for late reports (Guizhou: one hour after learning). */
  readonly lateReportLimit: boolean;
}

/** Which clocks Art.23 and 25 demand now. Pure: the answer is compared with what runs. */
export const wantedClocks = (incident: Clocked, question: Question): readonly WantedClock[] => {
  const { kind, occurredAt, learnedAt, opinionFormedAt, conferenceHeldAt } = incident;
  if (incident.state === 'closed') return [];
  const { releasedAt, firstDue, lateReportLimit } = question;
  const firstSince = (from: Date): Date | null =>
    releasedAt.find((at) => at.getTime() >= from.getTime()) ?? null;
  // Art.23 binds the two upper levels of the first three kinds; 一般 and 较大 have no hour (RULES.md 0.5).
  const upper = kind !== 'socialSecurity' && isUpper(levelOf(incident));
  // A report that came when the limit had passed already: where the city has a limit for it, that one runs instead.
  const late = lateReportLimit && firstDue !== null && learnedAt.getTime() > firstDue.getTime();
  const byLevel: readonly WantedClock[] = upper
    ? [
        late
          ? { rule: 'emergencyLateReport', eventAt: learnedAt, metAt: firstSince(occurredAt) }
          : { rule: 'emergencyFirstRelease', eventAt: occurredAt, metAt: firstSince(occurredAt) },
        { rule: 'emergencyConference', eventAt: occurredAt, metAt: conferenceHeldAt },
      ]
    : [];
  if (opinionFormedAt === null || upper) return byLevel;
  // A release from before the opinion formed is no answer to it.
  const answer = { eventAt: opinionFormedAt, metAt: firstSince(opinionFormedAt) };
  return [
    ...(kind === 'socialSecurity' ? [{ rule: 'socialSecurityImmediate' as const, ...answer }] : []),
    { rule: 'publicOpinionResponse', ...answer },
  ];
};
