import { dutyOf } from '@koujing/deadline';
import type { Deadline } from '@koujing/deadline';
import { civilTime } from '@koujing/kernel';
import type { ConferenceClockView } from './conference-view.api.js';
import type { Conference } from './conference.js';

const exemptWords = {
  explicit: {
    zh: '突发事件例外：条文明文规定，此项时限不适用。',
    en: 'Exempt as an emergency: the text says so.',
  },
  inferred: {
    zh: '突发事件例外：条文未写明，由第二十三条二十四小时内开会推定（我们的理解），此项时限不适用。',
    en: 'Exempt as an emergency: not in the text, inferred from Art.23 (our reading).',
  },
} as const;

const runningWords = {
  usual: { zh: '', en: '' },
  none: {
    zh: '条文对此项没有突发事件例外，照常计时。',
    en: 'The text has no exemption for emergencies here; it runs.',
  },
} as const;

/** A clock as people read it, with what an emergency means for it (RULES.md 0.3). */
export const clockView = (
  deadline: Deadline,
  { emergency }: Pick<Conference, 'emergency'>,
  now: Date,
): ConferenceClockView => {
  const { article, hardness, emergencyExemption: basis } = deadline.terms;
  const exempt = deadline.state === 'exempt' && basis !== 'none';
  const says = exempt ? exemptWords[basis] : runningWords[emergency && basis === 'none' ? 'none' : 'usual'];
  return {
    id: deadline.id,
    rule: deadline.rule,
    ...dutyOf(deadline.terms),
    article,
    dueAt: civilTime(deadline.dueAt),
    leftMs: deadline.dueAt.getTime() - now.getTime(),
    state: deadline.state,
    hard: hardness === 'hard',
    provisional: deadline.provisional,
    basis,
    basisText: says.zh,
    basisTextEn: says.en,
  };
};

/** The clock of each rule as it stands now: of several started one after the other the last that was not cancelled. */
export const currentClocks = (
  deadlines: readonly Deadline[],
  { emergency }: Pick<Conference, 'emergency'>,
) => {
  const byRule = new Map<string, Deadline>();
  for (const deadline of deadlines) {
    if (deadline.state === 'cancelled' || (deadline.state === 'exempt' && !emergency)) continue;
    byRule.set(deadline.rule, deadline);
  }
  return [...byRule.values()];
};

const open = ({ state }: Deadline): boolean => state === 'running' || state === 'paused';

/** The open one that ends first. */
export const mostUrgent = (deadlines: readonly Deadline[]): Deadline | null =>
  deadlines.filter(open).sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0] ?? null;
