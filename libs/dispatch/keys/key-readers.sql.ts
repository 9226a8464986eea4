import type { Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { SecretBox } from '../secret-box.js';

/** A process says so every few seconds; one that has not been heard of for this long has left. */
const heardWithinMs = 30_000;

export interface KeyReader {
  readonly process: string;
  /** Names of the keys that it opens with. */
  readonly keys: readonly string[];
  readonly sealsWith: string;
}

/** Which process knows which keys: none may be shut out by a key that it has not been given yet. */
export class KeyReaders {
  async say(queries: Queries, process: string, box: SecretBox): Promise<void> {
    await sql`
      insert into key_reader (process, keys, seals_with, seen_at)
      values (${process}, ${JSON.stringify(box.names)}::jsonb, ${box.sealsWith}, clock_timestamp())
      on conflict (process) do update set keys = excluded.keys, seals_with = excluded.seals_with,
        seen_at = excluded.seen_at`.execute(queries);
  }

  async leave(queries: Queries, process: string): Promise<void> {
    await sql`delete from key_reader where process = ${process}
      or seen_at < clock_timestamp() - interval '1 day'`.execute(queries);
  }

  async present(queries: Queries): Promise<readonly KeyReader[]> {
    const { rows } = await sql<KeyReader>`
      select process, keys, seals_with as "sealsWith" from key_reader
      where seen_at > clock_timestamp() - ${heardWithinMs} * interval '1 millisecond' order by process`.execute(
      queries,
    );
    return rows;
  }
}
