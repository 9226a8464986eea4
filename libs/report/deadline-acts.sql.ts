import type { Queries } from '@koujing/database';
import type { DeadlineStore } from '@koujing/deadline';
import { sql } from 'kysely';
import type { Act, ActSource } from './act.js';
import { actOfDeadline } from './acts-of-deadlines.js';
import { perLook } from './per-look.js';
import type { ViolationKind } from './violation.api.js';
import type { ViolationRules } from './violation-rules.js';

/** Clocks that passed, or that were met late, and that opened no case yet. */
export class DeadlineActs implements ActSource {
  constructor(
    private readonly deadlines: DeadlineStore,
    private readonly rules: ViolationRules,
  ) {}

  async acts(queries: Queries, now: Date): Promise<readonly Act[]> {
    const named = (Object.keys(this.rules) as ViolationKind[]).flatMap((kind) => this.rules[kind].deadlines);
    if (named.length === 0) return [];
    const rows = await queries
      .selectFrom('deadline')
      .select(['id', 'subject_kind', 'subject_id'])
      .where('rule', 'in', named)
      .where((where) =>
        where.or([
          where.and([where('state', '=', 'running'), where('due_at', '<=', now)]),
          where('state', '=', 'metLate'),
        ]),
      )
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('violation')
              .select('violation.id')
              .whereRef('violation.deadline_id', '=', 'deadline.id'),
          ),
        ),
      )
      .where(unknownMatter)
      .orderBy('due_at')
      .limit(perLook)
      .execute();
    const acts: Act[] = [];
    for (const row of rows) {
      const deadline = await this.deadlines.find(queries, row.id);
      if (deadline === null) continue;
      const events = await this.deadlines.history(queries, row.id);
      const matterId = await matterOf(queries, { kind: row.subject_kind, id: row.subject_id });
      const act = actOfDeadline({ deadline, events, matterId }, this.rules);
      if (act !== null) acts.push(act);
    }
    return acts;
  }
}

/** The gap of a plan's matter has opened the case of the plan already. */
const unknownMatter = sql<boolean>`not exists (
  select 1 from release_plan p join violation v on v.act_key = 'matter:' || p.matter_id
  where deadline.subject_kind = 'plan' and p.id = deadline.subject_id)`;

/** Only a plan's clock and its matter's tell the same act: a release's clock is about that release. */
const matterOf = async (
  queries: Queries,
  subject: { readonly kind: string; readonly id: string },
): Promise<string | null> => {
  if (subject.kind !== 'plan') return null;
  const row = await queries
    .selectFrom('release_plan')
    .select('matter_id')
    .where('id', '=', subject.id)
    .executeTakeFirst();
  return row?.matter_id ?? null;
};
