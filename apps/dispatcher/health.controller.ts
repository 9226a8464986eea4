import { Controller, Get, Inject } from '@nestjs/common';
import type { Database } from '@koujing/database';
import type { Worker } from '@koujing/dispatch';
import { Answers, Problem, type Reason } from '@koujing/kernel';
import { z } from 'zod';
import { WithoutSession } from '../../libs/access/session.guard.js';

/** Injected: what this process does, for whoever watches over it. */
export const HEALTH = Symbol('health');
export interface HealthSource {
  readonly roles: readonly string[];
  readonly worker: Pick<Worker, 'refusal'> | null;
  readonly database: Pick<Database, 'replica'>;
  readonly readiness: { reasons(): Promise<readonly Reason[]> };
}

const healthSchema = z.object({
  status: z.literal('ok'),
  roles: z.array(z.string()).readonly(),
  /** Why nothing is sent; null if nothing stands against it, or this process sends nothing. */
  worker: z.string().nullable(),
  /** Whether the read-only replica is asked, and if not, why; null where this process has none. */
  replica: z.enum(['used', 'behind', 'away', 'foreign']).nullable(),
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
    const { roles, worker, database } = this.source;
    return {
      status: 'ok',
      ...{ roles, worker: worker?.refusal?.kind ?? null },
      replica: database.replica?.standing.kind ?? null,
    };
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
