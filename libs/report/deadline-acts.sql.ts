import type { Queries } from '@koujing/database';
import type { DeadlineStore } from '@koujing/deadline';
import { sql } from 'kysely';
import type { Act, ActSource } from './act.js';
import { actOfDeadline } from './acts-of-deadlines.js';
import { perLook } from './per-look.js';
import type { ViolationKind } from './violation.api.js';
import type { ViolationRules } from './violation-rules.js';

/**
 * Clocks that passed, or that were met late. Each is looked at once, in the transaction that opens its case; what the gap of a
 * plan's matter has told already bears its key and opens no second one. A clock that somebody is ending or moving at this
 * moment is held by them and left unexamined: the next minute judges what they left.
 */
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
      .where('due_at', '<=', now)
      .where(sql<boolean>`examined_at is null and state in ('running', 'metLate')`)
      .orderBy('due_at')
      .limit(perLook)
      .forNoKeyUpdate()
      .skipLocked()
      .execute();
    if (rows.length === 0) return [];
    await markExamined(
      queries,
      rows.map(({ id }) => id),
      now,
    );
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

const markExamined = async (queries: Queries, ids: readonly string[], at: Date): Promise<void> => {
  await sql`update deadline set examined_at = ${at} where id = any(${[...ids]}::text[])`.execute(queries);
};

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
