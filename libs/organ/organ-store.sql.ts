import { json, type Queries } from '@koujing/database';
import { sql } from 'kysely';
import type { OfficeHats, Organ, OrganKind, OrganLevel, RegisteredOrgan, StatutoryIssuer } from './organ.js';

export class OrganStore {
  async all(queries: Queries): Promise<readonly RegisteredOrgan[]> {
    const rows = await queries.selectFrom('organ').selectAll().orderBy('id').execute();
    return rows.map(organOf);
  }

  async find(queries: Queries, id: string): Promise<RegisteredOrgan | null> {
    const row = await queries.selectFrom('organ').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : organOf(row);
  }

  /** The same, held until the transaction ends: its roster is counted under this lock. */
  async lock(queries: Queries, id: string): Promise<RegisteredOrgan | null> {
    const query = queries.selectFrom('organ').selectAll().where('id', '=', id).forNoKeyUpdate();
    const row = await query.executeTakeFirst();
    return row === undefined ? null : organOf(row);
  }

  /** The information office itself; null before the register names one. */
  async office(queries: Queries): Promise<RegisteredOrgan | null> {
    const row = await queries
      .selectFrom('organ')
      .selectAll()
      .where('is_office', '=', true)
      .executeTakeFirst();
    return row === undefined ? null : organOf(row);
  }

  /** Writers of the register one after the other: two that take one name at once must not both find it free. */
  async lockRegister(queries: Queries): Promise<void> {
    await sql`select pg_advisory_xact_lock(hashtext('koujing.organs'))`.execute(queries);
  }

  /** By full name, short name or alias. */
  async byName(queries: Queries, name: string): Promise<RegisteredOrgan | null> {
    const organs = await this.all(queries);
    return (
      organs.find((organ) => organ.name === name) ??
      organs.find((organ) => organ.shortName === name || organ.aliases.includes(name)) ??
      null
    );
  }

  async save(queries: Queries, organ: Organ): Promise<void> {
    const values = {
      name: organ.name,
      short_name: organ.shortName,
      aliases: json(organ.aliases),
      kind: organ.kind,
      level: organ.level,
      area: organ.area,
      parent_id: organ.parentId,
      remit: json(organ.remit),
      release_unit: organ.releaseUnit,
      is_office: organ.isOffice,
      hats: json(organ.hats ?? null),
    };
    await queries
      .insertInto('organ')
      .values({ id: organ.id, ...values })
      .onConflict((conflict) =>
        conflict
          .column('id')
          .doUpdateSet((update) => ({ ...values, revision: update('organ.revision', '+', 1) })),
      )
      .execute();
  }

  async statutoryIssuers(queries: Queries): Promise<readonly StatutoryIssuer[]> {
    const rows = await queries.selectFrom('statutory_issuer').selectAll().orderBy('subject').execute();
    return rows.map((row) => ({ subject: row.subject, organIds: row.organ_ids, basis: row.basis }));
  }

  async strikeStatutoryIssuer(queries: Queries, subject: string): Promise<void> {
    await queries.deleteFrom('statutory_issuer').where('subject', '=', subject).execute();
  }

  async saveStatutoryIssuer(queries: Queries, issuer: StatutoryIssuer): Promise<void> {
    const values = { organ_ids: json(issuer.organIds), basis: issuer.basis };
    await queries
      .insertInto('statutory_issuer')
      .values({ subject: issuer.subject, ...values })
      .onConflict((conflict) => conflict.column('subject').doUpdateSet(values))
      .execute();
  }
}

const organOf = (row: {
  readonly id: string;
  readonly name: string;
  readonly short_name: string;
  readonly aliases: readonly string[];
  readonly kind: string;
  readonly level: string;
  readonly area: string;
  readonly parent_id: string | null;
  readonly remit: readonly string[];
  readonly release_unit: string;
  readonly is_office: boolean;
  readonly hats: OfficeHats | null;
  readonly revision: number;
}): RegisteredOrgan => ({
  id: row.id,
  name: row.name,
  shortName: row.short_name,
  aliases: row.aliases,
  kind: row.kind as OrganKind,
  level: row.level as OrganLevel,
  area: row.area,
  parentId: row.parent_id,
  remit: row.remit,
  releaseUnit: row.release_unit,
  isOffice: row.is_office,
  hats: row.hats,
  revision: row.revision,
});
