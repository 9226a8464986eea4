import { accessRefusal, inOffice, refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import type { Jobs } from '@koujing/jobs';
import type { Reason } from '@koujing/kernel';
import { dispatchQueue } from './dispatch-queue.js';
import type { Hold, HoldStore } from './hold.sql.js';

export interface HoldParts {
  readonly database: Database;
  readonly audit: AuditTrail;
  readonly jobs: Jobs;
  readonly holds: HoldStore;
}

/** A person lets a restored system send again, once every row that could have moved was asked about. */
export class LiftHold {
  constructor(private readonly parts: HoldParts) {}

  find(queries: Queries): Promise<Hold | null> {
    return this.parts.holds.find(queries);
  }

  reasons(hold: Hold | null, actor: Actor): readonly Reason[] {
    if (!inOffice(actor, 'administrator') && !inOffice(actor, 'coordinator'))
      return [accessRefusal.lacksRole('administrator')];
    if (hold === null) return [notHeld];
    return hold.unclear === 0 ? [] : [stillAsking(hold.unclear)];
  }

  perform(reason: string, actor: Actor): Promise<void> {
    const { database, audit, holds, jobs } = this.parts;
    return database.transaction(async (queries) => {
      const hold = await holds.find(queries);
      refuseIfAny(this.reasons(hold, actor));
      await holds.lift(queries);
      await audit.record(queries, {
        ...{
          actor: actor.personId,
          action: 'delivery.liftHold',
          subjectKind: 'house',
          subjectId: 'dispatch',
        },
        detail: { reason, madeAt: hold?.madeAt, needsPerson: hold?.needsPerson, planned: hold?.planned },
      });
      await jobs.enqueue(queries, dispatchQueue, [{}]);
    });
  }
}

const notHeld: Reason = {
  code: 'notHeld',
  message: '发送没有被暂停。',
  messageEn: 'Dispatch is not held.',
};

const stillAsking = (rows: number): Reason => ({
  code: 'stillAsking',
  message: `还有 ${rows} 条发送记录正在向平台核实，核实完才能恢复发送。`,
  messageEn: `${rows} deliveries are still being asked about; sending goes on when all are known.`,
});
