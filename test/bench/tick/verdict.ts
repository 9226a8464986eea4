import type { Database, Queries } from '@koujing/database';
import type { Deadline } from '@koujing/deadline';
import { loadCityRules } from '../../../apps/dispatcher/city-rules.js';

export interface Started {
  readonly deadline: Deadline;
  /** When the duty is done; null if it never is. */
  readonly metAt: Date | null;
}

/** What was begun, and until when every minute was looked at. */
export interface Simulated {
  readonly clocks: readonly Started[];
  /** The hours of the matters that nobody releases on. */
  readonly forgotten: readonly Date[];
  readonly until: Date;
}

/** Of each kind of telling: how many there had to be, and how many there are that should not be, or are not that should. */
export interface Verdict {
  readonly reminders: number;
  readonly missed: number;
  readonly doubled: number;
  readonly gaps: number;
  readonly expectedGaps: number;
  readonly dutyGaps: number;
  readonly expectedDutyGaps: number;
  readonly violations: number;
  readonly expectedViolations: number;
}

export const minute = 60_000;

/** What the history says was told, against what the terms say had to be. */
export const verdictOn = async (
  { queries }: Database,
  { clocks, forgotten, until }: Simulated,
): Promise<Verdict> => {
  const { deadlines, violations } = loadCityRules('measures');
  const passed = clocks.filter(
    ({ deadline, metAt }) => deadline.dueAt <= until && (metAt === null || metAt > deadline.dueAt),
  );
  const named = Object.values(violations).flatMap((rule) => rule.deadlines);
  const overdueMatters = forgotten.filter((dueAt) => dueAt <= until).length;
  return {
    ...(await reminded(queries, clocks, until)),
    gaps: await gapsOf(queries, 'not like'),
    expectedGaps: overdueMatters,
    dutyGaps: await gapsOf(queries, 'like'),
    expectedDutyGaps: passed.filter(({ deadline }) => deadlines[deadline.rule]?.gap === true).length,
    violations: await violationsOf(queries),
    expectedViolations:
      overdueMatters + passed.filter(({ deadline }) => named.includes(deadline.rule)).length,
  };
};

const reminded = async (queries: Queries, clocks: readonly Started[], until: Date) => {
  const expected = new Set(clocks.flatMap((started) => dueReminders(started, until)));
  const rows = await queries
    .selectFrom('deadline_event')
    .select(['deadline_id', 'detail'])
    .where('event', '=', 'reminded')
    .execute();
  const told = new Map<string, number>();
  for (const { deadline_id, detail } of rows) {
    const key = `${deadline_id}:${(detail as { percent: number }).percent}`;
    told.set(key, (told.get(key) ?? 0) + 1);
  }
  return {
    reminders: expected.size,
    missed: [...expected].filter((key) => !told.has(key)).length,
    doubled: [...told].filter(([key, times]) => times > 1 || !expected.has(key)).length,
  };
};

/** Raised ever: a gap that was closed since counts too. */
const gapsOf = async (queries: Queries, like: 'like' | 'not like'): Promise<number> => {
  const found = await queries
    .selectFrom('finding')
    .select((row) => row.fn.countAll().as('count'))
    .where('kind', '=', 'gap')
    .where('key', like, 'duty:%')
    .executeTakeFirstOrThrow();
  return Number(found.count);
};

const violationsOf = async (queries: Queries): Promise<number> => {
  const found = await queries
    .selectFrom('violation')
    .select((row) => row.fn.countAll().as('count'))
    .executeTakeFirstOrThrow();
  return Number(found.count);
};

/** Stages whose minute comes before the duty is done; of several in one minute the last is told for all. */
const dueReminders = ({ deadline, metAt }: Started, until: Date): readonly string[] => {
  const from = deadline.startedAt.getTime();
  const span = deadline.dueAt.getTime() - from;
  const last = new Map<number, number>();
  for (const { at } of deadline.terms.reminders) {
    const tick = Math.ceil((from + (span * at) / 100) / minute) * minute;
    if (tick <= until.getTime() && (metAt === null || metAt.getTime() > tick)) last.set(tick, at);
  }
  return [...last.values()].map((at) => `${deadline.id}:${at}`);
};
