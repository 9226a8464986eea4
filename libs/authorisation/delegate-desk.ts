import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type Reason } from '@koujing/kernel';
import type { DelegationInput } from './authorisation.api.js';
import type { AuthorisationParts } from './authorisation-parts.js';
import { authorisationRefusal } from './refusal.js';
import { servesIn, termReasons } from './term-reasons.js';

/** Who reviews or confirms lets a colleague do so in his absence; the approval is not among what can be handed on. */
export class DelegateDesk {
  constructor(private readonly parts: AuthorisationParts) {}

  async reasons(queries: Queries, input: DelegationInput, actor: Actor): Promise<readonly Reason[]> {
    const { organs, people, clock, longest } = this.parts;
    const { organId, toPersonId, role } = input;
    if ((await organs.find(queries, organId)) === null) return [authorisationRefusal.unknownOrgan(organId)];
    const refused = may(actor, role, organId);
    if (refused.length > 0) return refused;
    const serves = await servesIn(people, queries, toPersonId, organId);
    return [
      ...(toPersonId === actor.personId ? [authorisationRefusal.toOneself] : []),
      ...(serves ? [] : [authorisationRefusal.notOfOrgan('toPersonId')]),
      ...termReasons(termOf(input), clock.now(), longest.delegationDays),
    ];
  }

  /** @returns its id */
  async perform(input: DelegationInput, actor: Actor): Promise<string> {
    const { database, delegations, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      refuseIfAny(await this.reasons(queries, input, actor));
      const id = newId();
      const { organId, role, toPersonId, reason } = input;
      await delegations.insert(queries, {
        ...{ id, organId, role, toPersonId, reason, ...termOf(input) },
        ...{ revokedAt: null, revokeReason: null },
        fromPersonId: actor.personId,
        recordedAt: clock.now(),
      });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'delegation.grant',
        subjectKind: 'delegation',
        subjectId: id,
        detail: { organId, role, toPersonId, from: input.from, to: input.to, reason },
      });
      return id;
    });
  }
}

const termOf = ({ from, to }: { readonly from: string; readonly to: string }) => ({
  from: new Date(from),
  to: new Date(to),
});
