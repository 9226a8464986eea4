import { Controller, Get, Inject } from '@nestjs/common';
import { WithoutSession } from '../../../libs/access/session.guard.js';
import type { DemoPeople } from './demo-city.js';

/** Injected: the demo's people. */
export const DEMO_PEOPLE = Symbol('demo people');

/** Only the demo has this face: its accounts may be known to everybody on this machine. */
@Controller('demo')
export class DemoController {
  constructor(@Inject(DEMO_PEOPLE) private readonly people: DemoPeople) {}

  @Get()
  @WithoutSession()
  accounts(): { readonly accounts: readonly object[] } {
    const { password, people } = this.people;
    return {
      accounts: people.map(({ username, name, roles }) => ({
        username,
        password,
        name,
        role: roles[0] ?? '',
      })),
    };
  }
}
