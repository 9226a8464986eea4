import type { Span } from '@koujing/calendar';
import { json, within, type Queries, type Rows, type Schema } from '@koujing/database';
import { newId } from '@koujing/kernel';
import { sql, type Insertable, type Selectable } from 'kysely';
import type { DeadlineRule } from './deadline-rule.js';
import type { Deadline, DeadlineState, Subject } from './deadline.js';
import type { Remainder } from './limit.js';

/** What happened to a deadline; every event is kept (Art.41: archives). */
export interface DeadlineEvent {
  readonly deadlineId: string;
  readonly at: Date;
  /** A person's id, or `system:deadline`. */
  readonly actor: string;
  readonly event:
    'started' | 'reminded' | 'paused' | 'resumed' | 'recomputed' | 'met' | 'metLate' | 'exempt' | 'cancelled';
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Which open deadlines a list asks for; all given conditions hold together. */
export interface DeadlineQuery {
  readonly organIds?: readonly string[];
  readonly subject?: Subject;
  /** Running ones of these organs on anything but a release, or every one but those. */
  readonly actedFor?: { readonly organIds: readonly string[]; readonly others: boolean };
  readonly limit: number;
}

export class DeadlineStore {
  /** False if such a deadline is open already: a doubled call starts nothing. */
  async insert(queries: Queries, deadline: Deadline): Promise<boolean> {
    const inserted = await queries
      .insertInto('deadline')
      .values(rowOf(deadline))
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute();
    return inserted.length > 0;
  }

  /** The open deadline of a rule on a subject, locked for whoever is about to change it. */
  async openOf(queries: Queries, rule: string, subject: Subject): Promise<Deadline | null> {
    const row = await queries
      .selectFrom('deadline')
      .selectAll()
      .where('rule', '=', rule)
      .where('subject_kind', '=', subject.kind)
      .where('subject_id', '=', subject.id)
      .where('state', 'in', ['running', 'paused'])
      .forNoKeyUpdate()
      .executeTakeFirst();
    return row === undefined ? null : deadlineOf(row);
  }

  async find(queries: Queries, id: string): Promise<Deadline | null> {
    const row = await queries.selectFrom('deadline').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : deadlineOf(row);
  }

  /** Everything that ran on a subject, ended ones among them, oldest first. */
  async ofSubject(queries: Queries, subject: Subject): Promise<readonly Deadline[]> {
    const rows = await queries
      .selectFrom('deadline')
      .selectAll()
      .where('subject_kind', '=', subject.kind)
      .where('subject_id', '=', subject.id)
      .orderBy('id')
      .execute();
    return rows.map(deadlineOf);
  }

  async findAll(queries: Queries, ids: readonly string[]): Promise<readonly Deadline[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('deadline')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute();
    return rows.map(deadlineOf);
  }

  /** Running ones of these rules whose end has passed, as duties; all of them, because what is missing counts as done. */
  overdue(rules: readonly string[], now: Date): Rows {
    return sql`select id, subject_kind, subject_id, rule as name, organ_id as owner, due_at from deadline
      where state = 'running' and due_at <= ${now}::timestamptz
        and rule in (select jsonb_array_elements_text(${json(rules)}))`;
  }

  /** Open ones, the most urgent first, and how many there are. The index of what is open answers both, however many have ended. */
  async listOpen(
    queries: Queries,
    query: DeadlineQuery,
  ): Promise<{ readonly items: readonly Deadline[]; readonly total: number }> {
    let rows = queries.selectFrom('deadline').where('state', 'in', ['running', 'paused']);
    if (query.organIds !== undefined)
      rows =
        query.organIds.length === 0
          ? rows.where(sql.lit(false))
          : rows.where('organ_id', 'in', query.organIds);
    if (query.subject !== undefined)
      rows = rows.where('subject_kind', '=', query.subject.kind).where('subject_id', '=', query.subject.id);
    if (query.actedFor !== undefined) {
      const { organIds, others } = query.actedFor;
      rows = rows.where(sql<boolean>`(state = 'running' and subject_kind <> 'release'
        and organ_id = any(${[...organIds]}::text[])) <> ${others}::boolean`);
    }
    const { total } = await rows
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const found = await rows.selectAll().orderBy('due_at').orderBy('id').limit(query.limit).execute();
    return { items: found.map(deadlineOf), total: Number(total) };
  }

  /** Running ones that end in the span, in the order of their ends; a paused one has no end to tell. */
  async dueWithin(
    queries: Queries,
    of: { readonly organIds?: readonly string[]; readonly span: Span; readonly limit: number },
  ): Promise<{ readonly items: readonly Deadline[]; readonly total: number }> {
    let found = queries
      .selectFrom('deadline')
      .where('state', '=', 'running')
      .where(within('due_at', of.span));
    if (of.organIds !== undefined)
      found = found.where(sql<boolean>`organ_id = any(${[...of.organIds]}::text[])`);
    const { total } = await found
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow();
    const rows = await found.selectAll().orderBy('due_at').orderBy('id').limit(of.limit).execute();
    return { items: rows.map(deadlineOf), total: Number(total) };
  }

  /** Every deadline of these subjects, ended and exempt ones too, oldest first. */
  async ofSubjects(queries: Queries, kind: string, ids: readonly string[]): Promise<readonly Deadline[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('deadline')
      .selectAll()
      .where('subject_kind', '=', kind)
      .where('subject_id', 'in', [...ids])
      .orderBy('id')
      .execute();
    return rows.map(deadlineOf);
  }

  /** Open ones whose end is counted in days that a year's notice rules; held, for their ends may move. */
  async countedInDays(queries: Queries): Promise<readonly Deadline[]> {
    const rows = await queries
      .selectFrom('deadline')
      .selectAll()
      .where('state', 'in', ['running', 'paused'])
      .where(sql`terms->>'unit'`, 'in', ['workday', 'month'])
      .orderBy('id')
      .forNoKeyUpdate()
      .execute();
    return rows.map(deadlineOf);
  }

  /** Running ones with a reminder due; rows that another process is at are left to it. */
  async dueForReminder(queries: Queries, now: Date, limit: number): Promise<readonly Deadline[]> {
    const rows = await queries
      .selectFrom('deadline')
      .selectAll()
      .where('state', '=', 'running')
      .where('next_at', '<=', now)
      .orderBy('next_at')
      .limit(limit)
      .forNoKeyUpdate()
      .skipLocked()
      .execute();
    return rows.map(deadlineOf);
  }

  async update(queries: Queries, deadline: Deadline): Promise<void> {
    await queries.updateTable('deadline').set(rowOf(deadline)).where('id', '=', deadline.id).execute();
  }

  /** Many reminders went out together: one statement. */
  async advance(queries: Queries, moved: readonly Deadline[]): Promise<void> {
    if (moved.length === 0) return;
    const rows = sql.join(
      moved.map(({ id, stage, nextAt }) => sql`(${id}::text, ${stage}::integer, ${nextAt}::timestamptz)`),
    );
    await sql`
      update deadline d set stage = v.stage, next_at = v.next_at
      from (values ${rows}) as v (id, stage, next_at) where d.id = v.id`.execute(queries);
  }

  async record(queries: Queries, events: readonly DeadlineEvent[]): Promise<void> {
    if (events.length === 0) return;
    await queries
      .insertInto('deadline_event')
      .values(
        events.map(({ deadlineId, at, actor, event, detail }) => ({
          id: newId(),
          deadline_id: deadlineId,
          at,
          actor,
          event,
          detail: json(detail ?? {}),
        })),
      )
      .execute();
  }

  async history(queries: Queries, deadlineId: string): Promise<readonly DeadlineEvent[]> {
    const rows = await queries
      .selectFrom('deadline_event')
      .selectAll()
      .where('deadline_id', '=', deadlineId)
      .orderBy('at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      deadlineId: row.deadline_id,
      at: row.at,
      actor: row.actor,
      event: row.event as DeadlineEvent['event'],
      detail: row.detail as Readonly<Record<string, unknown>>,
    }));
  }
}

const rowOf = (deadline: Deadline): Insertable<Schema['deadline']> => ({
  id: deadline.id,
  rule: deadline.rule,
  subject_kind: deadline.subject.kind,
  subject_id: deadline.subject.id,
  organ_id: deadline.organId,
  ...{ title: deadline.title, title_en: deadline.titleEn ?? '' },
  link: deadline.link,
  event_at: deadline.eventAt,
  started_at: deadline.startedAt,
  due_at: deadline.dueAt,
  provisional: deadline.provisional,
  terms: json(deadline.terms),
  state: deadline.state,
  paused_at: deadline.pausedAt,
  stage: deadline.stage,
  next_at: deadline.nextAt,
  settled_at: deadline.settledAt,
  remainder:
    deadline.remainder === null
      ? null
      : json({ workdays: deadline.remainder.workdays, from: deadline.remainder.from.toISOString() }),
});

const deadlineOf = (row: Selectable<Schema['deadline']>): Deadline => ({
  id: row.id,
  rule: row.rule,
  subject: { kind: row.subject_kind, id: row.subject_id },
  organId: row.organ_id,
  title: row.title,
  ...(row.title_en === '' ? {} : { titleEn: row.title_en }),
  link: row.link,
  eventAt: row.event_at,
  startedAt: row.started_at,
  dueAt: row.due_at,
  provisional: row.provisional,
  terms: row.terms as DeadlineRule,
  state: row.state as DeadlineState,
  pausedAt: row.paused_at,
  stage: row.stage,
  nextAt: row.next_at,
  settledAt: row.settled_at,
  remainder: remainderOf(row.remainder as StoredRemainder | null),
});

interface StoredRemainder {
  readonly workdays: number;
  readonly from: string;
}

const remainderOf = (stored: StoredRemainder | null): Remainder | null =>
  stored === null ? null : { workdays: stored.workdays, from: new Date(stored.from) };
