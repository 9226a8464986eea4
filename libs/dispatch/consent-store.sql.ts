import type { Queries } from '@koujing/database';
import type { PersonId } from '@koujing/kernel';

/** Who set out for a platform's page, in which session, and for which account. */
export interface Consent {
  /** SHA-256 of what the platform sends back: a stolen table brings nothing home. */
  readonly digest: string;
  readonly sessionId: string;
  readonly personId: PersonId;
  readonly accountId: string;
  readonly until: Date;
}

/** Authorisations that were begun and not brought home yet. */
export class ConsentStore {
  /** Those that nobody came home with go at the same time. */
  async begin(
    queries: Queries,
    { digest, sessionId, personId, accountId, until }: Consent,
    now: Date,
  ): Promise<void> {
    await queries.deleteFrom('consent').where('until', '<', now).execute();
    await queries
      .insertInto('consent')
      .values({ digest, session_id: sessionId, person_id: personId, account_id: accountId, until })
      .execute();
  }

  /** Taken once; null where it is another's or another session's, is over, was taken before, or was made up. */
  async take(
    queries: Queries,
    { digest, sessionId, personId }: Pick<Consent, 'digest' | 'sessionId' | 'personId'>,
    now: Date,
  ): Promise<string | null> {
    const row = await queries
      .deleteFrom('consent')
      .where('digest', '=', digest)
      .where('session_id', '=', sessionId)
      .where('person_id', '=', personId)
      .where('until', '>=', now)
      .returning('account_id')
      .executeTakeFirst();
    return row?.account_id ?? null;
  }
}
