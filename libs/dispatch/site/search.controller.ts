import { Controller, Get, Header, Inject, Query } from '@nestjs/common';
import { Answers } from '@koujing/kernel';
import type { SearchResult } from '@koujing/template';
import { WithoutSession } from '../../access/session.guard.js';
import { SearchSite } from './search-site.js';
import { searchQuerySchema, searchResultSchema, type SearchInput } from './search.api.js';

/** Says nothing that the public site does not show, so every origin may read it. */
@Controller('portal/search')
@WithoutSession('uncounted')
export class SearchController {
  constructor(@Inject(SearchSite) private readonly search: SearchSite) {}

  @Get()
  @Answers(searchResultSchema)
  @Header('access-control-allow-origin', '*')
  @Header('cache-control', 'no-store')
  find(@Query({ schema: searchQuerySchema }) query: SearchInput): Promise<SearchResult> {
    return this.search.perform(query);
  }
}
