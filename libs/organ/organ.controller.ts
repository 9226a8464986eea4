import { Controller, Get, Inject } from '@nestjs/common';
import { Database } from '@koujing/database';
import type { OrganList } from './organ.api.js';
import { OrganStore } from './organ-store.sql.js';

@Controller('organs')
export class OrganController {
  constructor(
    @Inject(Database) private readonly database: Database,
    @Inject(OrganStore) private readonly organs: OrganStore,
  ) {}

  @Get()
  async list(): Promise<OrganList> {
    const organs = await this.organs.all(this.database.queries);
    const items = organs.map((organ) => ({ ...organ, aliases: [...organ.aliases], remit: [...organ.remit] }));
    return { items, total: items.length, page: 1, pageSize: items.length };
  }
}
