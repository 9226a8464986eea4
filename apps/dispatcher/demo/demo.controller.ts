import { Controller, Get, Inject } from '@nestjs/common';
import { WithoutSession } from '../../../libs/access/session.guard.js';
import type { DemoAccount } from './demo-city.js';

/** Injected: whom the demo lets in. */
export const DEMO_ACCOUNTS = Symbol('demo accounts');

/** Only the demo has this face: its accounts may be known to everybody on this machine. */
@Controller('demo')
export class DemoController {
  constructor(@Inject(DEMO_ACCOUNTS) private readonly known: readonly DemoAccount[]) {}

  @Get()
  @WithoutSession()
  accounts(): { readonly accounts: readonly DemoAccount[] } {
    return { accounts: this.known };
  }
}
