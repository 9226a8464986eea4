import type { Database } from '@koujing/database';
import { ruleOfKind, type KindRules } from './organ-kinds.js';
import type { IssuerList, OrganList, OrganView } from './organ.api.js';
import type { RegisteredOrgan } from './organ.js';
import type { OrganStore } from './organ-store.sql.js';

/** The register of organs as people read it; who may change it is said where persons are known (libs/roster). */
export class ShowOrgans {
  constructor(
    private readonly database: Database,
    private readonly organs: OrganStore,
    private readonly kinds: KindRules,
  ) {}

  async list(): Promise<Omit<OrganList, 'actions'>> {
    const organs = await this.organs.all(this.database.queries);
    const items = organs.map((organ) => this.viewOf(organ));
    return { items, total: items.length, page: 1, pageSize: items.length };
  }

  async issuers(): Promise<Omit<IssuerList, 'actions'>> {
    const { queries } = this.database;
    const byId = new Map((await this.organs.all(queries)).map((organ) => [organ.id, organ]));
    const refOf = (id: string) => {
      const { name, shortName } = byId.get(id) ?? { name: id, shortName: id };
      return { id, name, shortName };
    };
    const issuers = await this.organs.statutoryIssuers(queries);
    return {
      items: issuers.map(({ subject, organIds, basis }) => ({ subject, basis, organs: organIds.map(refOf) })),
    };
  }

  viewOf(organ: RegisteredOrgan): OrganView {
    const { byReference, officeSanctions } = ruleOfKind(this.kinds, organ.kind);
    return {
      ...organ,
      aliases: [...organ.aliases],
      remit: [...organ.remit],
      byReference,
      officeSanctions,
    };
  }
}
