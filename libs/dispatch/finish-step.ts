import { refuseIfAny, sees, visibilityOf, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import { Problem, type Clock, type Reason } from '@koujing/kernel';
import type { Release, ReleaseStore } from '@koujing/release';
import { mayHandle } from './delivery-deed.js';
import type { ManualStep, ManualStepStore } from './manual-step-store.sql.js';
import { dispatchRefusal } from './refusal.js';

export interface StepParts {
  readonly database: Database;
  readonly releases: ReleaseStore;
  readonly steps: ManualStepStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** A named person has done by hand what the platform could not. */
export class FinishStep {
  constructor(private readonly parts: StepParts) {}

  reasons(step: Pick<ManualStep, 'doneAt' | 'doneBy'>, release: Release, actor: Actor): readonly Reason[] {
    return [
      ...mayHandle(actor, release),
      ...(step.doneAt === null ? [] : [dispatchRefusal.stepDone(step.doneBy ?? '')]),
    ];
  }

  perform(id: string, note: string, actor: Actor): Promise<void> {
    const { database, releases, steps, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const step = await steps.find(queries, id);
      const release = step === null ? null : await releases.find(queries, step.releaseId);
      const seen = release !== null && sees(visibilityOf(actor), { ...release, released: false });
      if (step === null || !seen) throw new Problem('notFound', [dispatchRefusal.stepNotFound]);
      refuseIfAny(this.reasons(step, release, actor));
      const done = await steps.finish(queries, id, { by: actor.personId, at: clock.now(), note });
      if (!done) refuseIfAny([dispatchRefusal.stepDone('')]);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'step.finish',
        subjectKind: 'delivery',
        subjectId: step.deliveryId,
        detail: { step: step.text, note },
      });
    });
  }
}
