import { json, type Queries, type Schema } from '@koujing/database';
import { sql, type Selectable } from 'kysely';
import type { ChatPlatformName } from './chat.api.js';
import type { ChatDestination, Sealer } from './chat-destination.js';
import type { ChatAddress } from './chat-platform.js';

/** Destinations; their addresses are sealed on the way in and opened on the way out. */
export class ChatDestinationStore {
  constructor(private readonly sealer: Sealer) {}

  async all(queries: Queries): Promise<readonly ChatDestination[]> {
    const rows = await queries
      .selectFrom('chat_destination')
      .selectAll()
      .orderBy('name')
      .orderBy('id')
      .execute();
    return rows.map((row) => this.#of(row));
  }

  async find(queries: Queries, id: string): Promise<ChatDestination | null> {
    const row = await queries
      .selectFrom('chat_destination')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirst();
    return row === undefined ? null : this.#of(row);
  }

  /** Held for writing: two changes of one destination go one after the other. */
  async held(queries: Queries, id: string): Promise<ChatDestination | null> {
    await sql`select 1 from chat_destination where id = ${id} for no key update`.execute(queries);
    return this.find(queries, id);
  }

  async save(queries: Queries, destination: Omit<ChatDestination, 'revision'>, now: Date): Promise<void> {
    const { id, organId, platform, name, address, hint, kinds, enabled } = destination;
    const values = {
      name,
      address: this.sealer.seal(JSON.stringify(address), id),
      hint,
      kinds: json(kinds),
      enabled,
    };
    await queries
      .insertInto('chat_destination')
      .values({ id, organ_id: organId, platform, created_at: now, rest_until: null, ...values })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((update) => ({ ...values, revision: update('chat_destination.revision', '+', 1) })),
      )
      .execute();
  }

  #of(row: Selectable<Schema['chat_destination']>): ChatDestination {
    return {
      id: row.id,
      organId: row.organ_id,
      platform: row.platform as ChatPlatformName,
      name: row.name,
      address: JSON.parse(this.sealer.open(row.address, row.id)) as ChatAddress,
      hint: row.hint,
      kinds: row.kinds,
      enabled: row.enabled,
      revision: row.revision,
    };
  }
}
