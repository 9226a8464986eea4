import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sql } from 'kysely';
import { sentAs, sentWithoutAddress } from '../../libs/watch/stray-store.sql.js';
import { onEachEngine, type TestDatabase } from '../support/engines.js';

onEachEngine('whose a post on an account is', (open) => {
  let opened: TestDatabase;
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.drop());

  test('is looked up in the ledger by an index, however much was sent there', async () => {
    const plan = await opened.database.transaction(async (queries) => {
      // A small table is read through whatever indexes it has.
      await sql`set local enable_seqscan = off`.execute(queries);
      const lines: string[] = [];
      for (const query of [sentAs('weibo', ['5000']), sentWithoutAddress('weibo')]) {
        const { rows } = await sql<{ 'QUERY PLAN': string }>`explain ${query}`.execute(queries);
        lines.push(...rows.map((row) => row['QUERY PLAN']));
      }
      return lines.join('\n');
    });
    for (const index of ['delivery_remote_id', 'delivery_listed_as', 'delivery_without_url'])
      expect(plan).toContain(index);
    expect(plan).not.toMatch(/Seq Scan on delivery/u);
  });
});
