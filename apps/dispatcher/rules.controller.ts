import { Controller, Get, Inject } from '@nestjs/common';
import { Answers } from '@koujing/kernel';
import type { CityRules } from './city-rules.js';
import type { RulesView } from '../../libs/settings/rules.api.js';
import { rulesViewSchema } from '../../libs/settings/rules.api.js';

export const CITY_RULES = Symbol('CITY_RULES');

/** Here because only the composition root knows every section of the rules file. */
@Controller('rules')
export class RulesController {
  constructor(@Inject(CITY_RULES) private readonly rules: Pick<CityRules, 'provenance'>) {}

  @Get()
  @Answers(rulesViewSchema)
  list(): RulesView {
    return {
      items: this.rules.provenance.map(({ key, value, article, file }) => ({
        ...{ key, value, article },
        origin: file === null ? 'default' : file === 0 ? 'measures' : 'city',
      })),
    };
  }
}
