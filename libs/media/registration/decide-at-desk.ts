import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { Problem, type Reason } from '@koujing/kernel';
import { accreditationReasons, turnAwayReasons } from '../accreditation/accreditation-reasons.js';
import type { ListedStanding } from '../accreditation/accreditation-store.sql.js';
import type { TurnAwayInput } from './registration.api.js';
import type { Registration } from './registration.js';
import type { RegistrationParts } from './registration-parts.js';
import { registrationRefusal } from './registration-refusal.js';

/** At the desk the credential is looked at once more: it may have ended since the registration (Art.20). */
export class DecideAtDesk {
  constructor(private readonly parts: RegistrationParts) {}

  /** Pure. */
  admitReasons(registration: Registration, standing: ListedStanding): readonly Reason[] {
    if (registration.state !== 'registered') return [registrationRefusal.decided];
    return accreditationReasons(standing, this.parts.clock.now());
  }

  /** Pure. */
  turnAwayReasons(registration: Registration): readonly Reason[] {
    return registration.state === 'registered' ? [] : [registrationRefusal.decided];
  }

  admit(id: string, actor: Actor): Promise<void> {
    return this.#decide(id, actor, (registration, standing) => {
      refuseIfAny(this.admitReasons(registration, standing));
      return { ...registration, state: 'admitted' };
    });
  }

  turnAway(id: string, { forCredentials, note }: TurnAwayInput, actor: Actor): Promise<void> {
    return this.#decide(id, actor, (registration, standing) => {
      refuseIfAny(this.turnAwayReasons(registration));
      if (forCredentials) refuseIfAny(turnAwayReasons(standing, this.parts.clock.now()));
      return { ...registration, state: 'turnedAway', note };
    });
  }

  #decide(
    id: string,
    actor: Actor,
    decision: (registration: Registration, standing: ListedStanding) => Registration,
  ): Promise<void> {
    const { database, registrations, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const before = await registrations.lock(queries, id);
      if (before === null) throw new Problem('notFound', [registrationRefusal.notFound]);
      refuseIfAny(await this.parts.door.reasons(queries, before.conferenceId, actor));
      const after = decision(before, await this.#standing(queries, before));
      await registrations.decide(queries, { ...after, decidedBy: actor.personId, decidedAt: clock.now() });
      await audit.record(queries, {
        actor: actor.personId,
        action: `media.conferenceDesk.${after.state}`,
        subjectKind: 'conference',
        subjectId: before.conferenceId,
        detail: { reporterId: before.reporterId, note: after.note },
      });
    });
  }

  async #standing(queries: Queries, { reporterId }: Registration): Promise<ListedStanding> {
    const standing = await this.parts.accreditations.standing(queries, reporterId);
    if (standing === null) throw new Problem('notFound', [registrationRefusal.notFound]);
    return standing;
  }
}
