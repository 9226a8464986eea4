import { may, refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type OrganId, type Reason } from '@koujing/kernel';
import type { AuthorisationInput } from './authorisation.api.js';
import type { Authorisation } from './authorisation.js';
import type { AuthorisationParts } from './authorisation-parts.js';
import { authorisationRefusal } from './refusal.js';
import { servesIn, termReasons } from './term-reasons.js';

/** The leader, or an administrator who enters what the leader signed on paper. */
export const mayAuthorise = (actor: Actor, organId: OrganId): readonly Reason[] => {
  const asLeader = may(actor, 'principalLeader', organId);
  return may(actor, 'administrator', organId).length === 0 ? [] : asLeader;
};

/** The main leader lets a responsible person approve in his stead, within a scope and a term (Art.5(6), 14). */
export class GrantAuthorisation {
  constructor(private readonly parts: AuthorisationParts) {}

  async reasons(queries: Queries, input: AuthorisationInput, actor: Actor): Promise<readonly Reason[]> {
    const { organs, people, clock, longest } = this.parts;
    const { organId, granteeId } = input;
    if ((await organs.find(queries, organId)) === null) return [authorisationRefusal.unknownOrgan(organId)];
    const refused = mayAuthorise(actor, organId);
    if (refused.length > 0) return refused;
    const grantor = await people.actor(queries, input.grantorId ?? actor.personId);
    const grantee = await people.actor(queries, granteeId);
    const leads = (person: Actor | null): boolean =>
      person !== null && may(person, 'principalLeader', organId).length === 0;
    const serves = await servesIn(people, queries, granteeId, organId);
    return [
      ...(leads(grantor) ? [] : [authorisationRefusal.grantorIsNoLeader]),
      ...(serves ? [] : [authorisationRefusal.notOfOrgan('granteeId')]),
      ...(leads(grantee) ? [authorisationRefusal.isLeader] : []),
      ...termReasons(termOf(input), clock.now(), longest.authorisationDays),
    ];
  }

  /** @returns its id */
  async perform(input: AuthorisationInput, actor: Actor): Promise<string> {
    const { database, authorisations, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      refuseIfAny(await this.reasons(queries, input, actor));
      const { organId, granteeId, kinds, subjects, note } = input;
      const grantorId = input.grantorId ?? actor.personId;
      const authorisation: Authorisation = {
        ...{ id: newId(), organId, grantorId, granteeId, kinds, subjects, note, ...termOf(input) },
        ...{ revokedAt: null, revokeReason: null },
        recordedBy: actor.personId,
        recordedAt: clock.now(),
      };
      await authorisations.insert(queries, authorisation);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'authorisation.grant',
        subjectKind: 'authorisation',
        subjectId: authorisation.id,
        detail: { organId, grantorId, granteeId, kinds, subjects, from: input.from, to: input.to, note },
      });
      return authorisation.id;
    });
  }
}

const termOf = ({ from, to }: { readonly from: string; readonly to: string }) => ({
  from: new Date(from),
  to: new Date(to),
});
