import { civilDayOf, periodOf, type CivilDay, type Period, type PeriodUnit } from '@koujing/calendar';
import type { DeadlineRule, DeadlineRules } from '@koujing/deadline';
import type { Conference } from './conference.js';
import type { ConferenceSettings } from './conference-settings.js';

/** One duty of Art.29: so often in a period. Limit and period are the rule's, what counts for it the conference's. */
export interface RoutineDuty {
  readonly rule: string;
  readonly terms: DeadlineRule;
  readonly unit: PeriodUnit;
  /** How often it is to be done in its period. */
  readonly required: number;
  readonly counts: ConferenceSettings['routineDuty']['duties'][string];
}

export const periodUnits: readonly string[] = ['quarter', 'halfYear', 'year'] satisfies PeriodUnit[];
export const isPeriod = (unit: string): unit is PeriodUnit => periodUnits.includes(unit);

/** Those that this city asks for; a rule without a number asks for nothing. */
export const routineDutiesOf = (
  { routineDuty }: Pick<ConferenceSettings, 'routineDuty'>,
  rules: DeadlineRules,
): readonly RoutineDuty[] =>
  Object.entries(routineDuty.duties).flatMap(([rule, counts]) => {
    const terms = rules[rule];
    if (terms === undefined) throw new Error(`no deadline rule ${rule}`);
    const { limit, unit } = terms;
    if (!isPeriod(unit)) throw new Error(`the deadline rule ${rule} counts by no period`);
    return limit === null ? [] : [{ rule, terms, unit, required: limit, counts }];
  });

/** By their names, in the order of the rules file. */
export const routineDutyRules = (
  settings: Pick<ConferenceSettings, 'routineDuty'>,
  rules: DeadlineRules,
): readonly string[] => routineDutiesOf(settings, rules).map(({ rule }) => rule);

type Held = Pick<Conference, 'kind' | 'organId' | 'speakers' | 'heldAt'>;

/** Whether a held conference counts for an organ's duty. A main leader is a responsible official too (our reading). */
export const countsFor = (
  { kinds, attended }: RoutineDuty['counts'],
  organId: string,
  conference: Held,
): boolean => {
  if (!kinds.includes(conference.kind)) return false;
  if (attended === null) return conference.organId === organId;
  const ranks: readonly string[] = attended === 'official' ? ['official', 'principalLeader'] : [attended];
  return conference.speakers.some(
    (speaker) => speaker.organId === organId && ranks.includes(speaker.capacity),
  );
};

/** Those by which it was done in the period. */
export const doneBy = <One extends Held>(
  duty: RoutineDuty,
  of: { readonly organId: string; readonly period: Period; readonly held: readonly One[] },
): readonly One[] =>
  of.held.filter((conference) => {
    if (conference.heldAt === null) return false;
    const day = civilDayOf(conference.heldAt);
    const within = day >= of.period.first && day <= of.period.last;
    return within && countsFor(duty.counts, of.organId, conference);
  });

/** How often it was done in the period. */
export const doneIn = (duty: RoutineDuty, of: Parameters<typeof doneBy>[1]): number =>
  doneBy(duty, of).length;

export const periodAt = (duty: RoutineDuty, day: CivilDay): Period => periodOf(day, duty.unit);
