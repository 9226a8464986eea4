import { json, type Queries } from '@koujing/database';
import type { Organ, OrganKind, OrganLevel, StatutoryIssuer } from './organ.js';

export class OrganStore {
  async all(queries: Queries): Promise<readonly Organ[]> {
    const rows = await queries.selectFrom('organ').selectAll().orderBy('id').execute();
    return rows.map(organOf);
  }

  async find(queries: Queries, id: string): Promise<Organ | null> {
    const row = await queries.selectFrom('organ').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : organOf(row);
  }

  /** By full name, short name or alias. */
  async byName(queries: Queries, name: string): Promise<Organ | null> {
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
    };
    await queries
      .insertInto('organ')
      .values({ id: organ.id, ...values })
      .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
      .execute();
  }

  async statutoryIssuers(queries: Queries): Promise<readonly StatutoryIssuer[]> {
    const rows = await queries.selectFrom('statutory_issuer').selectAll().orderBy('subject').execute();
    return rows.map((row) => ({ subject: row.subject, organIds: row.organ_ids, basis: row.basis }));
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
}): Organ => ({
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
});
