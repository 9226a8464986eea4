import { Controller, Get, Inject } from '@nestjs/common';
import { Answers } from '@koujing/kernel';
import { z } from 'zod';
import { WithoutSession } from '../../../libs/access/session.guard.js';
import type { DemoAccount } from './demo-city.js';

/** Injected: whom the demo lets in. */
export const DEMO_ACCOUNTS = Symbol('demo accounts');

const accountsSchema = z.object({
  accounts: z.array(
    z.object({ username: z.string(), password: z.string(), name: z.string(), organ: z.string() }),
  ),
});

/** Only the demo has this face: its accounts may be known to everybody on this machine. */
@Controller('demo')
export class DemoController {
  constructor(@Inject(DEMO_ACCOUNTS) private readonly known: readonly DemoAccount[]) {}

  @Get()
  @Answers(accountsSchema)
  @WithoutSession()
  accounts(): z.output<typeof accountsSchema> {
    return { accounts: [...this.known] };
  }
}
