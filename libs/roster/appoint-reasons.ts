import { addDays, type CivilDay } from '@koujing/calendar';
import type { Reason } from '@koujing/kernel';
import type { Organ } from '@koujing/organ';
import { rosterRefusal } from './refusal.js';
import type { AppointInput } from './roster.api.js';
import { activeOn, type RosterEntry } from './roster.js';
import { groupOf, rankWanted, type RosterRules } from './roster-rules.js';

/** What an appointment is judged by. */
export interface Appointment {
  readonly organ: Pick<Organ, 'kind' | 'level'>;
  readonly input: AppointInput;
  /** All entries of the organ. */
  readonly entries: readonly RosterEntry[];
  readonly today: CivilDay;
}

/** Pure: the number of Art.8 is kept, and a rank that Art.8 does not name is explained. */
export const appointReasons = (rules: RosterRules, appointment: Appointment): readonly Reason[] => {
  const { organ, input, today } = appointment;
  const ranks = Object.entries(rules.ranks);
  if (!ranks.some(([rank]) => rank === input.rank))
    return [rosterRefusal.unknownRank(input.rank, ranks.map(([rank]) => rank).join(', '))];
  const { article } = groupOf(rules, organ);
  const wanted = rankWanted(rules, organ, input);
  return [
    ...(!input.temporary && input.fromOn > today ? [rosterRefusal.inFuture('fromOn')] : []),
    ...(wanted === null || input.temporary || input.rankReason !== ''
      ? []
      : [rosterRefusal.rankReasonNeeded(input.post, wanted, article)]),
    ...replacedReasons(appointment),
    ...countReasons(rules, appointment),
  ];
};

const replacedReasons = ({ input, entries }: Appointment): readonly Reason[] => {
  if (input.replaces === null) return [];
  const replaced = entries.find(({ id }) => id === input.replaces);
  if (replaced === undefined || replaced.untilOn !== null || replaced.post !== input.post)
    return [rosterRefusal.entryNotFound];
  return addDays(input.fromOn, -1) < replaced.fromOn ? [rosterRefusal.endBeforeStart] : [];
};

/** Counted from the first day on: a regular one has no last day, so it meets whoever is there then or comes later. */
const countReasons = (rules: RosterRules, { organ, input, entries }: Appointment): readonly Reason[] => {
  if (input.temporary) return [];
  const group = groupOf(rules, organ);
  const { count } = group[input.post];
  const others = entries.filter(
    (entry) =>
      entry.post === input.post &&
      !entry.temporary &&
      entry.id !== input.replaces &&
      (activeOn(entry, input.fromOn) || entry.fromOn > input.fromOn),
  );
  return others.length < count ? [] : [rosterRefusal.postTaken(input.post, count, group.article)];
};
