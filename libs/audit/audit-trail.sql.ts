import { json, type Queries } from '@koujing/database';
import { newId, type Clock } from '@koujing/kernel';
import { sql } from 'kysely';
import { actedThrough } from './through.js';

/** Who did what to which content. */
export interface AuditEntry {
  /** A person's id, or `system:<part>` for what nobody clicked. */
  readonly actor: string;
  /** Verb and noun, e.g. `release.approve`. */
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  /** The digest that the action was bound to, if it was bound to one. */
  readonly digest?: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

export interface RecordedEntry extends AuditEntry {
  readonly id: string;
  readonly at: Date;
}

/** A statement takes 65,535 parameters; an entry has ten. */
const entriesPerStatement = 1_000;

/** Entries commit with the state that they speak of; nothing is ever updated but the seal (DESIGN: "Evidence"). */
export class AuditTrail {
  constructor(private readonly clock: Clock) {}

  async record(queries: Queries, entry: AuditEntry): Promise<void> {
    await this.recordAll(queries, [entry]);
  }

  /** One statement for many entries: the ledger settles dozens of rows in one commit, a recall plans thousands. */
  async recordAll(queries: Queries, entries: readonly AuditEntry[]): Promise<void> {
    for (let start = 0; start < entries.length; start += entriesPerStatement)
      await this.#insert(queries, entries.slice(start, start + entriesPerStatement));
  }

  async #insert(queries: Queries, entries: readonly AuditEntry[]): Promise<void> {
    const at = this.clock.now();
    const rows = entries.map((entry) => ({
      id: newId(),
      actor: entry.actor,
      action: entry.action,
      subject_kind: entry.subjectKind,
      subject_id: entry.subjectId,
      digest: entry.digest ?? null,
      detail: { ...entry.detail, ...actedThrough() },
    }));
    await sql`
      insert into audit_entry (id, at, actor, action, subject_kind, subject_id, digest, detail)
      select id, ${at}::timestamptz, actor, action, subject_kind, subject_id, digest, detail
      from jsonb_to_recordset(${json(rows)}) as e(id text, actor text, action text, subject_kind text,
        subject_id text, digest text, detail jsonb)`.execute(queries);
  }

  /** When and by whom this was last done to each of these subjects; those to whom it never was are left out. */
  async lastOf(
    queries: Queries,
    of: { readonly kind: string; readonly ids: readonly string[] },
    action: string,
  ): Promise<ReadonlyMap<string, Pick<RecordedEntry, 'actor' | 'at'>>> {
    if (of.ids.length === 0) return new Map();
    const rows = await queries
      .selectFrom('audit_entry')
      .select(['subject_id', 'actor', 'at'])
      .where('subject_kind', '=', of.kind)
      .where('subject_id', 'in', [...of.ids])
      .where('action', '=', action)
      .orderBy('at')
      .orderBy('id')
      .execute();
    return new Map(rows.map(({ subject_id: id, actor, at }) => [id, { actor, at }]));
  }

  /** Everything recorded of one subject, oldest first. */
  async of(queries: Queries, subjectKind: string, subjectId: string): Promise<readonly RecordedEntry[]> {
    const rows = await queries
      .selectFrom('audit_entry')
      .selectAll()
      .where('subject_kind', '=', subjectKind)
      .where('subject_id', '=', subjectId)
      .orderBy('at')
      .orderBy('id')
      .execute();
    return rows.map((row) => ({
      id: row.id,
      at: row.at,
      actor: row.actor,
      action: row.action,
      subjectKind: row.subject_kind,
      subjectId: row.subject_id,
      ...(row.digest === null ? {} : { digest: row.digest }),
      detail: row.detail as Readonly<Record<string, unknown>>,
    }));
  }
}
