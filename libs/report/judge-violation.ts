import { refuseIfAny, visibilityOf, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database } from '@koujing/database';
import { Problem, type Clock, type Reason } from '@koujing/kernel';
import { violationRefusal } from './refusal.js';
import type { ConsequenceInput } from './violation.api.js';
import type { ViolationStore } from './violation-store.sql.js';
import { isEnded, type Violation } from './violation.js';

export interface JudgeParts {
  readonly database: Database;
  readonly violations: ViolationStore;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

const judges = (actor: Actor): readonly Reason[] =>
  actor.grants.some(({ role, office, organId }) => role === 'coordinator' && (office || organId === null))
    ? []
    : [violationRefusal.officeOnly];

/** The case, if this person may see it: the office sees all, an organ its own. */
export const visibleViolation = (violation: Violation | null, actor: Actor): Violation => {
  const seen = visibilityOf(actor);
  if (violation === null || !(seen.all || seen.organIds.includes(violation.organId)))
    throw new Problem('notFound', [violationRefusal.notFound]);
  return violation;
};

/** What only a person can say of an act: whether it had a consequence, and that the case is at its end (Art.39). */
export class JudgeViolation {
  constructor(private readonly parts: JudgeParts) {}

  /** Pure. */
  reasonsToRecord(violation: Violation, actor: Actor): readonly Reason[] {
    if (isEnded(violation)) return [violationRefusal.ended];
    if (violation.byReference) return [violationRefusal.byReference];
    return violation.consequence === null ? judges(actor) : [violationRefusal.recorded];
  }

  /** Pure. */
  reasonsToClose(violation: Violation, actor: Actor): readonly Reason[] {
    if (isEnded(violation)) return [violationRefusal.ended];
    const judged = violation.consequence !== null || violation.byReference;
    return [...judges(actor), ...(judged ? [] : [violationRefusal.notRecorded])];
  }

  /** Pure. */
  reasonsToDismiss(violation: Violation, actor: Actor): readonly Reason[] {
    return isEnded(violation) ? [violationRefusal.ended] : judges(actor);
  }

  recordConsequence(id: string, { consequence, text }: ConsequenceInput, actor: Actor): Promise<void> {
    return this.#judge(id, actor, {
      reasons: (violation) => this.reasonsToRecord(violation, actor),
      patch: (at) => ({
        ...{ state: 'consequenceRecorded', consequence, consequenceText: text },
        ...{ consequenceBy: actor.personId, consequenceAt: at },
      }),
      entry: { action: 'violation.recordConsequence', detail: { consequence, text } },
    });
  }

  close(id: string, reason: string, actor: Actor): Promise<void> {
    return this.#judge(id, actor, {
      reasons: (violation) => this.reasonsToClose(violation, actor),
      patch: (at) => ({ state: 'closed', endedBy: actor.personId, endedAt: at, endNote: reason }),
      entry: { action: 'violation.close', detail: { reason } },
    });
  }

  /** The act did not stand after all, for the reason given; the case and its evidence stay readable. */
  dismiss(id: string, reason: string, actor: Actor): Promise<void> {
    return this.#judge(id, actor, {
      reasons: (violation) => this.reasonsToDismiss(violation, actor),
      patch: (at) => ({ state: 'dismissed', endedBy: actor.personId, endedAt: at, endNote: reason }),
      entry: { action: 'violation.dismiss', detail: { reason } },
    });
  }

  async #judge(
    id: string,
    actor: Actor,
    deed: {
      readonly reasons: (violation: Violation) => readonly Reason[];
      readonly patch: (at: Date) => Partial<Violation>;
      readonly entry: { readonly action: string; readonly detail: Readonly<Record<string, unknown>> };
    },
  ): Promise<void> {
    const { database, violations, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const violation = visibleViolation(await violations.lock(queries, id), actor);
      refuseIfAny(deed.reasons(violation));
      await violations.judge(queries, { ...violation, ...deed.patch(clock.now()) });
      await audit.record(queries, {
        ...{ actor: actor.personId, subjectKind: 'violation', subjectId: id },
        ...deed.entry,
      });
    });
  }
}
