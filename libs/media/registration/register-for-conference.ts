import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, Problem, type Reason } from '@koujing/kernel';
import { accreditationReasons } from '../accreditation/accreditation-reasons.js';
import { mediaRefusal } from '../refusal.js';
import type { RegistrationParts } from './registration-parts.js';
import { registrationRefusal } from './registration-refusal.js';

interface Wanted {
  readonly conferenceId: string;
  readonly reporterId: string;
}

/** Registers a reporter for a conference, with valid credentials only (Art.20). */
export class RegisterForConference {
  constructor(private readonly parts: RegistrationParts) {}

  async reasons(queries: Queries, wanted: Wanted, actor: Actor): Promise<readonly Reason[]> {
    const barred = await this.parts.door.reasons(queries, wanted.conferenceId, actor);
    if (barred.length > 0) return barred;
    const standing = await this.parts.accreditations.standing(queries, wanted.reporterId);
    return standing === null
      ? [mediaRefusal.reporterNotFound]
      : accreditationReasons(standing, this.parts.clock.now());
  }

  /** @returns the id of the registration */
  perform(wanted: Wanted, actor: Actor): Promise<string> {
    const { database, registrations, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      refuseIfAny(await this.reasons(queries, wanted, actor));
      const id = newId();
      const added = await registrations.add(queries, {
        ...{ ...wanted, id, state: 'registered', note: '' },
        ...{ registeredBy: actor.personId, registeredAt: clock.now(), decidedBy: null, decidedAt: null },
      });
      if (!added) throw new Problem('refused', [registrationRefusal.already]);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'media.registerForConference',
        subjectKind: 'conference',
        subjectId: wanted.conferenceId,
        detail: { reporterId: wanted.reporterId },
      });
      return id;
    });
  }
}
