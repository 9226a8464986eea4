import { json, type Queries, type Schema } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';
import type { MatterRegister, ReleaseKind } from '@koujing/release';
import { sql, type Selectable } from 'kysely';
import type { AgreedLine } from './agreed-line.js';
import type { FactAttribute, MatterState, MatterTrigger } from './matter.api.js';
import { organsOf, type Matter } from './matter.js';

export class MatterStore implements MatterRegister {
  async insert(queries: Queries, matter: Matter): Promise<void> {
    await queries
      .insertInto('matter')
      .values({ id: matter.id, ...valuesOf(matter) })
      .execute();
  }

  async find(queries: Queries, id: string): Promise<Matter | null> {
    const row = await queries.selectFrom('matter').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : matterOf(row);
  }

  async all(queries: Queries, ids: readonly string[]): Promise<readonly Matter[]> {
    if (ids.length === 0) return [];
    const rows = await queries
      .selectFrom('matter')
      .selectAll()
      .where('id', 'in', [...ids])
      .execute();
    return rows.map(matterOf);
  }

  /** The same, held until the transaction ends: its lines are changed one after the other. */
  async lock(queries: Queries, id: string): Promise<Matter | null> {
    const query = queries.selectFrom('matter').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : matterOf(row);
  }

  /** Raises the revision and returns the matter as it then is. */
  async write(queries: Queries, matter: Matter): Promise<Matter> {
    const next = { ...matter, revision: matter.revision + 1 };
    await queries.updateTable('matter').set(valuesOf(next)).where('id', '=', matter.id).execute();
    return next;
  }

  async linkable(queries: Queries, matterId: string, organId: OrganId): Promise<boolean> {
    const matter = await this.find(queries, matterId);
    return matter !== null && organsOf(matter).includes(organId);
  }

  async addLine(queries: Queries, line: AgreedLine): Promise<void> {
    await queries
      .insertInto('agreed_line')
      .values({
        id: line.id,
        line_id: line.lineId,
        matter_id: line.matterId,
        version: line.version,
        attribute: line.attribute,
        about: line.about,
        value: line.value,
        unit: line.unit,
        as_of: line.asOf,
        owner_organ_id: line.ownerOrganId,
        retired: line.retired,
        reason: line.reason,
        changed_by: line.changedBy,
        changed_at: line.changedAt,
      })
      .execute();
  }

  /** Every version of every line of these matters, oldest first. */
  async lines(queries: Queries, matterIds: readonly string[]): Promise<readonly AgreedLine[]> {
    if (matterIds.length === 0) return [];
    const rows = await queries
      .selectFrom('agreed_line')
      .selectAll()
      .where('matter_id', 'in', [...matterIds])
      .orderBy('changed_at')
      .orderBy('id')
      .execute();
    return rows.map(lineOf);
  }

  /** When a linked release of the owner, or one issued jointly with it, first went out. */
  async answeredAt(queries: Queries, matter: Pick<Matter, 'id' | 'ownerOrganId'>): Promise<Date | null> {
    const { rows } = await sql<{ at: Date | null }>`
      select min(released_at) as at from release where matter = ${matter.id}
        and released_version is not null and state <> 'withdrawn'
        and (organ_id = ${matter.ownerOrganId} or joint_organ_ids ? ${matter.ownerOrganId})`.execute(queries);
    return rows[0]?.at ?? null;
  }
}

type Row = Selectable<Schema['matter']>;

export const matterOf = (row: Row): Matter => ({
  id: row.id,
  title: row.title,
  kind: row.kind as ReleaseKind,
  trigger: row.trigger as MatterTrigger | null,
  ownerOrganId: row.owner_organ_id,
  leadOrganId: row.lead_organ_id,
  concernedOrganIds: row.concerned_organ_ids,
  state: row.state as MatterState,
  openedAt: row.opened_at,
  dueAt: row.due_at,
  closedAt: row.closed_at,
  closedReason: row.closed_reason,
  openedBy: row.opened_by,
  revision: row.revision,
  updatedAt: row.updated_at,
});

const valuesOf = (matter: Matter) => ({
  title: matter.title,
  kind: matter.kind,
  trigger: matter.trigger,
  owner_organ_id: matter.ownerOrganId,
  lead_organ_id: matter.leadOrganId,
  concerned_organ_ids: json(matter.concernedOrganIds),
  state: matter.state,
  opened_at: matter.openedAt,
  due_at: matter.dueAt,
  closed_at: matter.closedAt,
  closed_reason: matter.closedReason,
  opened_by: matter.openedBy,
  revision: matter.revision,
  updated_at: matter.updatedAt,
});

const lineOf = (row: Selectable<Schema['agreed_line']>): AgreedLine => ({
  id: row.id,
  lineId: row.line_id,
  matterId: row.matter_id,
  version: row.version,
  attribute: row.attribute as FactAttribute,
  about: row.about,
  value: row.value,
  unit: row.unit,
  asOf: row.as_of,
  ownerOrganId: row.owner_organ_id,
  retired: row.retired,
  reason: row.reason,
  changedBy: row.changed_by,
  changedAt: row.changed_at,
});
