import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { FactsOfVersion } from './stored-facts.js';

/** Facts of the version that the public has, one row a release. */
export class FactStore {
  /** In the transaction that releases the version; later for what was stored without, or read by an older grammar. */
  async save(queries: Queries, facts: readonly FactsOfVersion[]): Promise<void> {
    if (facts.length === 0) return;
    await queries
      .insertInto('release_facts')
      .values(
        facts.map(({ releaseId, version, key, bytes }) => ({
          release_id: releaseId,
          version,
          key,
          facts: bytes,
        })),
      )
      // Who reads late must not put an old version's facts over those of the correction that went out meanwhile.
      .onConflict((conflict) =>
        conflict
          .column('release_id')
          .doUpdateSet((row) => ({
            version: row.ref('excluded.version'),
            key: row.ref('excluded.key'),
            facts: row.ref('excluded.facts'),
          }))
          .where(sql<boolean>`release_facts.version <= excluded.version`),
      )
      .execute();
  }
}
