import { Controller, Get, Inject } from '@nestjs/common';
import type { Worker } from '@koujing/dispatch';
import { WithoutSession } from '../../libs/access/session.guard.js';

/** Injected: what this process does, for whoever watches over it. */
export const HEALTH = Symbol('health');
export interface HealthSource {
  readonly roles: readonly string[];
  readonly worker: Pick<Worker, 'refusal'> | null;
}

@Controller('health')
export class HealthController {
  constructor(@Inject(HEALTH) private readonly source: HealthSource) {}

  /** `worker` names why nothing is sent, if nothing is. */
  @Get()
  @WithoutSession()
  show(): { readonly status: 'ok'; readonly roles: readonly string[]; readonly worker: string | null } {
    return { status: 'ok', roles: this.source.roles, worker: this.source.worker?.refusal?.kind ?? null };
  }
}
