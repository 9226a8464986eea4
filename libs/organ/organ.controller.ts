import { Controller, Get, Inject } from '@nestjs/common';
import type { IssuerList, OrganList } from './organ.api.js';
import { ShowOrgans } from './show-organs.js';

/** Reading only: who writes needs a person, and persons stand above this lib (`libs/roster`). */
@Controller()
export class OrganController {
  constructor(@Inject(ShowOrgans) private readonly show: ShowOrgans) {}

  @Get('organs')
  list(): Promise<OrganList> {
    return this.show.list();
  }

  @Get('statutory-issuers')
  issuers(): Promise<IssuerList> {
    return this.show.issuers();
  }
}
