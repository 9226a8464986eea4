import { json, type Queries } from '@koujing/database';
import type { PersonId } from '@koujing/kernel';
import type { GrantInput } from '../people/people.api.js';
import type { WantedKey } from '../keys/key.api.js';
import type { ChangeKind, RoleChange } from './role-change.js';

export class ChangeStore {
  async propose(queries: Queries, change: RoleChange): Promise<void> {
    await queries
      .insertInto('role_change')
      .values({
        ...{ id: change.id, person_id: change.personId, kind: change.kind, reason: change.reason },
        ...{ grants: json(change.grants), account_name: change.accountName },
        api_key: change.apiKey === null ? null : json(change.apiKey),
        ...{ proposed_by: change.proposedBy, proposed_at: change.proposedAt },
        ...{ decided_by: null, decided_at: null, outcome: null },
      })
      .execute();
  }

  /** Those that nobody has decided, the oldest first. */
  async waiting(queries: Queries): Promise<readonly RoleChange[]> {
    const rows = await queries
      .selectFrom('role_change')
      .selectAll()
      .where('outcome', 'is', null)
      .orderBy('proposed_at')
      .orderBy('id')
      .execute();
    return rows.map(changeOf);
  }

  async find(queries: Queries, id: string): Promise<RoleChange | null> {
    const row = await queries
      .selectFrom('role_change')
      .selectAll()
      .where('id', '=', id)
      .where('outcome', 'is', null)
      .executeTakeFirst();
    return row === undefined ? null : changeOf(row);
  }

  async ofPerson(queries: Queries, personId: PersonId, kind: ChangeKind): Promise<RoleChange | null> {
    const row = await queries
      .selectFrom('role_change')
      .selectAll()
      .where('person_id', '=', personId)
      .where('kind', '=', kind)
      .where('outcome', 'is', null)
      .executeTakeFirst();
    return row === undefined ? null : changeOf(row);
  }

  async decide(
    queries: Queries,
    id: string,
    decided: { readonly by: PersonId; readonly at: Date; readonly outcome: 'confirmed' | 'declined' },
  ): Promise<void> {
    await queries
      .updateTable('role_change')
      .set({ decided_by: decided.by, decided_at: decided.at, outcome: decided.outcome })
      .where('id', '=', id)
      .execute();
  }
}

type RoleChangeKey = { readonly name: string; readonly scopes: readonly string[]; readonly days: number };

const changeOf = (row: {
  readonly id: string;
  readonly person_id: string;
  readonly kind: string;
  readonly grants: readonly { readonly role: string; readonly organId: string | null }[];
  readonly reason: string;
  readonly account_name: string | null;
  readonly api_key: RoleChangeKey | null;
  readonly proposed_by: string;
  readonly proposed_at: Date;
}): RoleChange => ({
  id: row.id,
  personId: row.person_id,
  kind: row.kind as ChangeKind,
  grants: row.grants as readonly GrantInput[],
  reason: row.reason,
  accountName: row.account_name,
  apiKey: row.api_key as WantedKey | null,
  proposedBy: row.proposed_by,
  proposedAt: row.proposed_at,
});
