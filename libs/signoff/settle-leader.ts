import { refuseIfAny, type Actor } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import { Problem, type OrganId, type PersonId } from '@koujing/kernel';
import { signoffRefusal } from './refusal.js';
import { leaderReasons, type StaffingParts } from './show-staffing.js';
import { leadersOf } from './staffing.js';

/** One main leader stays (Art.5(6)); the others keep their desk and approve within an authorisation of that one. */
export class SettleLeader {
  constructor(private readonly parts: StaffingParts & { readonly audit: AuditTrail }) {}

  readonly reasons = leaderReasons;

  perform(organId: OrganId, personId: PersonId, actor: Actor): Promise<void> {
    const { database, organs, people, audit } = this.parts;
    return database.transaction(async (queries) => {
      refuseIfAny(this.reasons(actor));
      const organ = await organs.find(queries, organId);
      const leaders = organ === null ? [] : leadersOf(organ, await people.actors(queries));
      if (!leaders.some((leader) => leader.personId === personId))
        throw new Problem('refused', [signoffRefusal.notALeader(leaders.map((leader) => leader.personId))]);
      for (const leader of leaders)
        if (leader.personId !== personId) {
          await people.revoke(queries, { personId: leader.personId, organId, role: 'principalLeader' });
          await people.grant(queries, { personId: leader.personId, organId, role: 'approver' });
        }
      await audit.record(queries, {
        actor: actor.personId,
        action: 'organ.settleLeader',
        subjectKind: 'organ',
        subjectId: organId,
        detail: { leader: personId, former: leaders.map((leader) => leader.personId) },
      });
    });
  }
}
