import type { CivilDay } from '@koujing/calendar';
import { ruleOfKind, type KindRules, type Organ } from '@koujing/organ';
import type { Lack } from './roster.api.js';
import { lastChangeOf, regularOn, type RosterEntry } from './roster.js';
import { groupOf, type RosterRules } from './roster-rules.js';

/** Pure: what Art.6–7 ask of the organ and what it has not. */
export const lacksOf = (
  rules: { readonly kinds: KindRules; readonly rosterRules: RosterRules },
  organ: Organ,
  entries: readonly RosterEntry[],
  today: CivilDay,
): readonly Lack[] => {
  const required = ruleOfKind(rules.kinds, organ.kind).roster;
  const group = groupOf(rules.rosterRules, organ);
  const short = (post: 'spokesperson' | 'pressAssistant'): readonly Lack[] =>
    required && regularOn(entries, post, today).length < group[post].count ? [post] : [];
  return [
    ...(required && organ.releaseUnit === '' ? (['releaseUnit'] as const) : []),
    ...short('spokesperson'),
    ...short('pressAssistant'),
  ];
};

/** Something of the roster changed since it was filed last. */
export const filingPending = (entries: readonly RosterEntry[], filedAt: Date | undefined): boolean => {
  const changed = lastChangeOf(entries);
  return changed !== null && (filedAt === undefined || changed > filedAt);
};
