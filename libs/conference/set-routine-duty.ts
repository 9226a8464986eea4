import { refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { EndDeadline } from '@koujing/deadline';
import { Problem } from '@koujing/kernel';
import { maySetRoutineDuty } from './may-act.js';
import { conferenceRefusal } from './refusal.js';
import type { RoutineParts } from './watch-routine-duties.js';

/** The office says which organs must keep up routine release (Art.29). */
export class SetRoutineDuty {
  constructor(
    private readonly parts: RoutineParts & { readonly audit: AuditTrail; readonly end: EndDeadline },
  ) {}

  async perform(organId: string, on: boolean, actor: Actor): Promise<void> {
    const { database, organs, routineDuties, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      if ((await organs.find(queries, organId)) === null)
        throw new Problem('notFound', [conferenceRefusal.unknownOrgan(organId, 'organId')]);
      refuseIfAny(maySetRoutineDuty(actor));
      const set = { organId, since: clock.now(), setBy: actor.personId };
      if (!on) await this.drop(queries, organId, actor);
      const changed = on
        ? await routineDuties.add(queries, set)
        : await routineDuties.remove(queries, organId);
      if (!changed) return;
      await audit.record(queries, {
        actor: actor.personId,
        action: on ? 'routineDuty.set' : 'routineDuty.lift',
        subjectKind: 'organ',
        subjectId: organId,
      });
    });
  }

  /** Whoever is freed of the duty has no clock of it left. */
  private async drop(
    queries: Parameters<EndDeadline['perform']>[0],
    organId: string,
    { personId }: Actor,
  ): Promise<void> {
    const open = await this.parts.routineDuties.open(queries);
    for (const { rule, period } of open.filter((each) => each.organId === organId))
      await this.parts.end.perform(queries, {
        ...{ rule, as: 'cancelled', actor: personId, reason: '不再承担例行发布' },
        subject: { kind: 'routineDuty', id: `${organId}:${period}` },
      });
  }
}
