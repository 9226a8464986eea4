import { Controller, Get, Inject } from '@nestjs/common';
import type { Worker } from '@koujing/dispatch';
import { Answers } from '@koujing/kernel';
import { z } from 'zod';
import { WithoutSession } from '../../libs/access/session.guard.js';

/** Injected: what this process does, for whoever watches over it. */
export const HEALTH = Symbol('health');
export interface HealthSource {
  readonly roles: readonly string[];
  readonly worker: Pick<Worker, 'refusal'> | null;
}

const healthSchema = z.object({
  status: z.literal('ok'),
  roles: z.array(z.string()).readonly(),
  /** Why nothing is sent; null if nothing stands against it, or this process sends nothing. */
  worker: z.string().nullable(),
});

@Controller('health')
export class HealthController {
  constructor(@Inject(HEALTH) private readonly source: HealthSource) {}

  /** `worker` names why nothing is sent, if nothing is. */
  @Get()
  @Answers(healthSchema)
  @WithoutSession()
  show(): z.output<typeof healthSchema> {
    return { status: 'ok', roles: this.source.roles, worker: this.source.worker?.refusal?.kind ?? null };
  }
}
