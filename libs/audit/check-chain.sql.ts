import { json, type Database, type Queries } from '@koujing/database';
import type { Clock, PersonId } from '@koujing/kernel';
import { sql } from 'kysely';
import type { ChainFault } from './audit.api.js';
import { atStart, walkChain, type Reached } from './chain-fault.sql.js';
import type { AuditTrail } from './audit-trail.sql.js';
import { chainHead } from './seal-entries.sql.js';

/** How far the chain was verified, by whom, and what did not hold. */
export interface CheckedChain {
  readonly reached: Reached;
  readonly checkedAt: Date | null;
  readonly checkedBy: PersonId | null;
  readonly fault: ChainFault | null;
}

/** The chain as it stands now. */
export interface ChainStanding extends CheckedChain {
  readonly head: Reached;
  readonly unsealed: number;
  readonly done: boolean;
}

const unchecked: CheckedChain = { reached: atStart, checkedAt: null, checkedBy: null, fault: null };

/** Entries of one call: about a fifth of a second here, so that other requests are not kept waiting. */
const stepEntries = 5_000;

/** Verifies the chain piece by piece, and remembers how far it held and with which seal. */
export class CheckChain {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly audit: AuditTrail;
      readonly clock: Clock;
    },
    private readonly most = stepEntries,
  ) {}

  async standing(): Promise<ChainStanding> {
    const { queries } = this.parts.database;
    const known = await knownCheck(queries);
    const head = await chainHead(queries);
    return {
      ...known,
      head,
      unsealed: await tailLength(queries),
      done: known.fault === null && known.reached.sequence === head.sequence,
    };
  }

  /** Verifies what follows the entry that was verified last, or everything anew. */
  async step(by: PersonId, fromStart: boolean): Promise<ChainStanding> {
    const { database, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const known = fromStart ? unchecked : await knownCheck(queries);
      const lost = await lostSince(queries, known.reached);
      const walked =
        lost === null
          ? await walkChain(queries, known.reached, this.most)
          : { reached: known.reached, fault: lost, done: false };
      const { reached, fault, done } = walked;
      await keep(queries, { reached, fault, checkedAt: clock.now(), checkedBy: by });
      if (!done && fault === null) return;
      await audit.record(queries, {
        ...{ actor: by, action: 'audit.verify', subjectKind: 'audit', subjectId: 'chain' },
        detail: { through: reached.sequence, hash: reached.hash, ...(fault === null ? {} : { fault }) },
      });
    });
    return this.standing();
  }
}

/** What was verified before and does not stand as it stood: a chain that was cut, or sealed anew from some place on. */
const lostSince = async (queries: Queries, { sequence, hash }: Reached): Promise<ChainFault | null> => {
  if (sequence === 0) return null;
  const head = await chainHead(queries);
  if (head.sequence < sequence)
    return { kind: 'cut', sequence: head.sequence + 1, foundAt: null, entryId: null };
  const row = await queries
    .selectFrom('audit_entry')
    .select(['id', 'seal_hash'])
    .where('seal_seq', '=', sequence)
    .executeTakeFirst();
  if (row === undefined) return { kind: 'missing', sequence, foundAt: null, entryId: null };
  return row.seal_hash === hash ? null : { kind: 'resealed', sequence, foundAt: null, entryId: row.id };
};

/** Counted no further than a person wants to know: the tail is a second's work. */
const tailLength = async (queries: Queries): Promise<number> => {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from (select 1 from audit_entry where seal_seq is null limit 10000) t`.execute(
    queries,
  );
  return rows[0]?.count ?? 0;
};

const knownCheck = async (queries: Queries): Promise<CheckedChain> => {
  const row = await queries
    .selectFrom('audit_check')
    .selectAll()
    .where('name', '=', 'chain')
    .executeTakeFirst();
  if (row === undefined) return unchecked;
  return {
    reached: { sequence: row.through_seq, hash: row.through_hash },
    checkedAt: row.checked_at,
    checkedBy: row.checked_by,
    fault: row.fault as ChainFault | null,
  };
};

const keep = async (
  queries: Queries,
  { reached, fault, checkedAt, checkedBy }: CheckedChain,
): Promise<void> => {
  const values = {
    through_seq: reached.sequence,
    through_hash: reached.hash,
    checked_at: checkedAt,
    checked_by: checkedBy,
    fault: fault === null ? null : json(fault),
  };
  await queries
    .insertInto('audit_check')
    .values({ name: 'chain', ...values })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(values))
    .execute();
};
