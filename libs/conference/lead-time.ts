import type { WorkingCalendar } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { dueOf, type DeadlineRule, type DeadlineRules } from '@koujing/deadline';
import type { ConferencePlan } from './conference.js';
import type { ConferenceSettings } from './conference-settings.js';

/** What limits are reckoned with. The calendar is asked for anew each time: a year may have been imported. */
export interface Reckoning {
  readonly rules: DeadlineRules;
  readonly calendar: (queries: Queries) => Promise<WorkingCalendar>;
}

/** The same at one instant. */
export interface Reckoned {
  readonly rules: DeadlineRules;
  readonly calendar: WorkingCalendar;
}

export const reckonedBy = async ({ rules, calendar }: Reckoning, queries: Queries): Promise<Reckoned> => ({
  rules,
  calendar: await calendar(queries),
});

/** On what basis an emergency is free of a rule; null: it is not. */
export type Exemption = Exclude<DeadlineRule['emergencyExemption'], 'none'> | null;

const termsOf = (rules: DeadlineRules, rule: string): DeadlineRule => {
  const terms = rules[rule];
  if (terms === undefined) throw new Error(`no deadline rule ${rule}`);
  return terms;
};

export const exemptionOf = (
  rules: DeadlineRules,
  rule: string,
  { emergency }: Pick<ConferencePlan, 'emergency'>,
): Exemption => {
  const { emergencyExemption } = termsOf(rules, rule);
  return emergency && emergencyExemption !== 'none' ? emergencyExemption : null;
};

/** When something was due for a conference, and whether an emergency frees it. */
export interface LeadTime {
  readonly rule: string;
  readonly terms: DeadlineRule;
  readonly dueAt: Date;
  readonly exempt: Exemption;
}

/** Null where the city set no number. */
export const leadTimeOf = (
  { rules, calendar }: Reckoned,
  rule: string,
  plan: Pick<ConferencePlan, 'startsAt' | 'emergency'>,
): LeadTime | null => {
  const terms = termsOf(rules, rule);
  const { limit } = terms;
  if (limit === null) return null;
  const { at } = dueOf({ ...terms, limit }, plan.startsAt, calendar);
  return { rule, terms, dueAt: at, exempt: exemptionOf(rules, rule, plan) };
};

/** Whether this kind of matter is applied for at all: a county asks only on major ones (Art.31(4)). */
export const appliesFor = (
  { kinds }: Pick<ConferenceSettings, 'kinds'>,
  { kind, major }: Pick<ConferencePlan, 'kind' | 'major'>,
): boolean => kinds[kind].application.when === 'always' || major;
