import type { Queries } from '@koujing/database';
import type { PersonId } from '@koujing/kernel';
import type { LoginFailures } from './login-throttle.js';
import type { Session } from './session.js';

export class SessionStore {
  async open(queries: Queries, session: Session): Promise<void> {
    await queries
      .insertInto('session')
      .values({
        id: session.id,
        person_id: session.personId,
        csrf: session.csrf,
        created_at: session.createdAt,
        proved_at: session.provedAt,
        seen_at: session.seenAt,
        expires_at: session.expiresAt,
        agent: session.agent,
        address: session.address,
        by_organ_account: session.byOrganAccount,
        factor_elsewhere: session.factorElsewhere,
      })
      .execute();
  }

  async find(queries: Queries, id: string): Promise<Session | null> {
    const row = await queries.selectFrom('session').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : sessionOf(row);
  }

  /** The last used first. */
  async ofPerson(queries: Queries, personId: PersonId): Promise<readonly Session[]> {
    const rows = await queries
      .selectFrom('session')
      .selectAll()
      .where('person_id', '=', personId)
      .orderBy('seen_at', 'desc')
      .execute();
    return rows.map(sessionOf);
  }

  /** False if this person has no such session. */
  async closeOf(queries: Queries, personId: PersonId, id: string): Promise<boolean> {
    const { numDeletedRows: closed } = await queries
      .deleteFrom('session')
      .where('id', '=', id)
      .where('person_id', '=', personId)
      .executeTakeFirst();
    return closed === 1n;
  }

  async touch(queries: Queries, id: string, now: Date): Promise<void> {
    await queries.updateTable('session').set({ seen_at: now }).where('id', '=', id).execute();
  }

  /** False if it was closed meanwhile; it never lasts longer for it. */
  async endBy(queries: Queries, id: string, at: Date): Promise<boolean> {
    const { numUpdatedRows: found } = await queries
      .updateTable('session')
      .set(({ fn, val }) => ({ expires_at: fn<Date>('least', ['expires_at', val(at)]) }))
      .where('id', '=', id)
      .executeTakeFirst();
    return found === 1n;
  }

  async close(queries: Queries, id: string): Promise<void> {
    await queries.deleteFrom('session').where('id', '=', id).execute();
  }

  /** Every session of the person, but for the one they are in. */
  async closeAll(queries: Queries, personId: PersonId, except = ''): Promise<void> {
    await queries.deleteFrom('session').where('person_id', '=', personId).where('id', '!=', except).execute();
  }

  async closeEverybodys(queries: Queries, except: string): Promise<void> {
    await queries.deleteFrom('session').where('id', '!=', except).execute();
  }

  /** Sessions past their end are swept at each sign-in. */
  async sweep(queries: Queries, now: Date): Promise<void> {
    await queries.deleteFrom('session').where('expires_at', '<=', now).execute();
  }

  async failures(queries: Queries, key: string): Promise<LoginFailures | null> {
    const row = await queries
      .selectFrom('login_failure')
      .selectAll()
      .where('key', '=', key)
      .executeTakeFirst();
    return row === undefined ? null : { failures: row.failures, blockedUntil: row.blocked_until };
  }

  async saveFailures(queries: Queries, key: string, known: LoginFailures): Promise<void> {
    const values = { failures: known.failures, blocked_until: known.blockedUntil };
    await queries
      .insertInto('login_failure')
      .values({ key, ...values })
      .onConflict((conflict) => conflict.column('key').doUpdateSet(values))
      .execute();
  }

  async forgiveFailures(queries: Queries, key: string): Promise<void> {
    await queries.deleteFrom('login_failure').where('key', '=', key).execute();
  }
}

interface SessionRow {
  readonly id: string;
  readonly person_id: string;
  readonly csrf: string;
  readonly created_at: Date;
  readonly proved_at: Date | null;
  readonly seen_at: Date;
  readonly expires_at: Date;
  readonly agent: string;
  readonly address: string;
  readonly by_organ_account: boolean;
  readonly factor_elsewhere: boolean;
}

const sessionOf = (row: SessionRow): Session => ({
  id: row.id,
  personId: row.person_id,
  csrf: row.csrf,
  createdAt: row.created_at,
  provedAt: row.proved_at,
  seenAt: row.seen_at,
  expiresAt: row.expires_at,
  agent: row.agent,
  address: row.address,
  byOrganAccount: row.by_organ_account,
  factorElsewhere: row.factor_elsewhere,
});
