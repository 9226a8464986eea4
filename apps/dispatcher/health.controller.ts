import { Controller, Get, Inject } from '@nestjs/common';
import type { Worker } from '@koujing/dispatch';
import { Answers, Problem, type Reason } from '@koujing/kernel';
import { z } from 'zod';
import { WithoutSession } from '../../libs/access/session.guard.js';

/** Injected: what this process does, for whoever watches over it. */
export const HEALTH = Symbol('health');
export interface HealthSource {
  readonly roles: readonly string[];
  readonly worker: Pick<Worker, 'refusal'> | null;
  readonly readiness: { reasons(): Promise<readonly Reason[]> };
}

const healthSchema = z.object({
  status: z.literal('ok'),
  roles: z.array(z.string()).readonly(),
  /** Why nothing is sent; null if nothing stands against it, or this process sends nothing. */
  worker: z.string().nullable(),
});

const readySchema = z.object({ ready: z.literal(true) });

@Controller('health')
export class HealthController {
  constructor(@Inject(HEALTH) private readonly source: HealthSource) {}

  /** `worker` names why nothing is sent, if nothing is. */
  @Get()
  @Answers(healthSchema)
  @WithoutSession('uncounted')
  show(): z.output<typeof healthSchema> {
    return { status: 'ok', roles: this.source.roles, worker: this.source.worker?.refusal?.kind ?? null };
  }

  /** For whoever hands out work: 503 with the reasons while what is done could not be kept. */
  @Get('ready')
  @Answers(readySchema)
  @WithoutSession('uncounted')
  async ready(): Promise<z.output<typeof readySchema>> {
    const [first, ...rest] = await this.source.readiness.reasons();
    if (first !== undefined) throw new Problem('unavailable', [first, ...rest]);
    return { ready: true };
  }
}
