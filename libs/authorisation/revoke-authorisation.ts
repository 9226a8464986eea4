import { refuseIfAny, sees, visibilityOf, type Actor } from '@koujing/access';
import { Problem, type Reason } from '@koujing/kernel';
import type { Authorisation } from './authorisation.js';
import type { AuthorisationParts } from './authorisation-parts.js';
import { mayAuthorise } from './grant-authorisation.js';
import { authorisationRefusal } from './refusal.js';
import { stateAt } from './term.js';

/** Taken back: from this instant on nothing is approved on it. What was approved before stands. */
export class RevokeAuthorisation {
  constructor(private readonly parts: AuthorisationParts) {}

  reasons(authorisation: Authorisation, actor: Actor): readonly Reason[] {
    const state = stateAt(authorisation, this.parts.clock.now());
    const over = state === 'expired' || state === 'revoked';
    return [...mayAuthorise(actor, authorisation.organId), ...(over ? [authorisationRefusal.over] : [])];
  }

  async perform(id: string, reason: string, actor: Actor): Promise<void> {
    const { database, authorisations, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const authorisation = await authorisations.lock(queries, id);
      if (authorisation === null || !seesOrgan(actor, authorisation.organId))
        throw new Problem('notFound', [authorisationRefusal.notFound]);
      refuseIfAny(this.reasons(authorisation, actor));
      await authorisations.revoke(queries, id, { at: clock.now(), reason });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'authorisation.revoke',
        subjectKind: 'authorisation',
        subjectId: id,
        detail: { reason, organId: authorisation.organId, granteeId: authorisation.granteeId },
      });
    });
  }
}

/** Who speaks for an organ is known to its people and to the office. */
export const seesOrgan = (actor: Actor, organId: string): boolean =>
  sees(visibilityOf(actor), { organId, jointOrganIds: [], released: false });
