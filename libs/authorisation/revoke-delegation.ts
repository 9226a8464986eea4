import { may, refuseIfAny, type Actor } from '@koujing/access';
import { Problem, type Reason } from '@koujing/kernel';
import type { Delegation } from './authorisation.js';
import type { AuthorisationParts } from './authorisation-parts.js';
import { authorisationRefusal } from './refusal.js';
import { seesOrgan } from './revoke-authorisation.js';
import { stateAt } from './term.js';

/** Back at one's own desk. */
export class RevokeDelegation {
  constructor(private readonly parts: AuthorisationParts) {}

  reasons(delegation: Delegation, actor: Actor): readonly Reason[] {
    const state = stateAt(delegation, this.parts.clock.now());
    const own = delegation.fromPersonId === actor.personId;
    const allowed = own || may(actor, 'administrator', delegation.organId).length === 0;
    return [
      ...(allowed ? [] : [authorisationRefusal.onlyOwnDesk]),
      ...(state === 'expired' || state === 'revoked' ? [authorisationRefusal.over] : []),
    ];
  }

  async perform(id: string, reason: string, actor: Actor): Promise<void> {
    const { database, delegations, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const delegation = await delegations.lock(queries, id);
      if (delegation === null || !seesOrgan(actor, delegation.organId))
        throw new Problem('notFound', [authorisationRefusal.delegationNotFound]);
      refuseIfAny(this.reasons(delegation, actor));
      await delegations.revoke(queries, id, { at: clock.now(), reason });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'delegation.revoke',
        subjectKind: 'delegation',
        subjectId: id,
        detail: { reason, organId: delegation.organId, toPersonId: delegation.toPersonId },
      });
    });
  }
}
