import type { Queries } from '@koujing/database';
import { Problem, type Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { actorNow, heldPerson } from '../people/people-parts.js';
import type { KeptPerson } from '../people/people-register.sql.js';
import { entryReasons, grantReasons } from '../people/person-reasons.js';
import { giveNow, makePassword, type MadePassword } from '../people/new-password.js';
import type { FirstPassword } from '../people/people.api.js';
import { changeReasons } from '../people/roles-of-person.js';
import { accessRefusal } from '../refusal.js';
import { linkNow } from '../organ-account/link-account.js';
import { refuseIfAny } from '../refuse.js';
import { opensAnew } from './powerful-roles.js';
import type { ChangeParts } from './propose-change.js';
import { waitsUntil, type RoleChange } from './role-change.js';

type Known = Pick<KeptPerson, 'id' | 'disabled' | 'grants'>;

/** The second pair of eyes: another administrator, who could have wanted it too. */
export class DecideChange {
  constructor(private readonly parts: ChangeParts) {}

  /** Whoever keeps the person as they are and as they would be. */
  keeperReasons(change: RoleChange, person: Known, actor: Actor): readonly Reason[] {
    const would = change.grants.map((grant) => ({ ...grant, office: false }));
    const missing = entryReasons(actor, [...person.grants, ...would]);
    return missing.length > 0 ? missing : grantReasons(actor, change.grants);
  }

  confirmReasons(change: RoleChange, person: Known, actor: Actor): readonly Reason[] {
    const missing = this.keeperReasons(change, person, actor);
    if (missing.length > 0) return missing;
    return [
      ...(change.proposedBy === actor.personId ? [accessRefusal.ownProposal] : []),
      ...(change.personId === actor.personId ? [accessRefusal.ownRoles] : []),
      ...(person.disabled ? [accessRefusal.isRetired] : []),
      ...(this.parts.clock.now() >= waitsUntil(change) ? [accessRefusal.changeOver] : []),
    ];
  }

  /** Whoever proposed it takes it back so, too; the person concerned has no word in it. */
  declineReasons(change: RoleChange, person: Known, actor: Actor): readonly Reason[] {
    const missing = this.keeperReasons(change, person, actor);
    return missing.length === 0 && change.personId === actor.personId ? [accessRefusal.ownRoles] : missing;
  }

  /** The first password, where one is given: whoever proposed the change never sees it. */
  async confirm(id: string, by: Actor): Promise<FirstPassword | null> {
    const { database, changes, audit, clock } = this.parts;
    // Before the transaction, which holds the lock of the people.
    const made = await makePassword();
    return database.transaction(async (queries) => {
      const { change, person, actor } = await this.#held(queries, id, by);
      refuseIfAny(this.confirmReasons(change, person, actor));
      const password = await this.#apply(queries, { change, person, actor, made });
      await changes.decide(queries, id, { by: actor.personId, at: clock.now(), outcome: 'confirmed' });
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'person.confirmChange', subjectKind: 'person' },
        ...{ subjectId: person.id },
        detail: { ...told(change), ...(password === null ? {} : { newPassword: true }) },
      });
      return password;
    });
  }

  async decline(id: string, reason: string, by: Actor): Promise<void> {
    const { database, changes, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const { change, person, actor } = await this.#held(queries, id, by);
      refuseIfAny(this.declineReasons(change, person, actor));
      await changes.decide(queries, id, { by: actor.personId, at: clock.now(), outcome: 'declined' });
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'person.declineChange', subjectKind: 'person' },
        ...{ subjectId: person.id, detail: { ...told(change), reason } },
      });
    });
  }

  async #held(queries: Queries, id: string, by: Actor) {
    const { changes } = this.parts;
    const proposed = await changes.find(queries, id);
    if (proposed === null) throw new Problem('notFound', [accessRefusal.changeNotFound]);
    const person = await heldPerson(this.parts, queries, proposed.personId);
    // Read once more behind the lock: another administrator may have decided meanwhile.
    const change = await changes.find(queries, id);
    if (change === null) throw new Problem('notFound', [accessRefusal.changeNotFound]);
    return { change, person, actor: await actorNow(this.parts, queries, by) };
  }

  async #apply(
    queries: Queries,
    {
      change,
      person,
      actor,
      made,
    }: { change: RoleChange; person: KeptPerson; actor: Actor; made: MadePassword },
  ): Promise<FirstPassword | null> {
    const { people, factors, sessions } = this.parts;
    const { personId, grants, kind, accountName, proposedBy } = change;
    switch (kind) {
      case 'resetPassword':
        return giveNow(this.parts, queries, person, { ...made, byTwo: true });
      case 'resetFactor':
        await factors.remove(queries, personId);
        await sessions.closeAll(queries, personId);
        return null;
      case 'organAccount':
        await linkNow(this.parts, queries, { personId, name: accountName ?? '', by: proposedBy });
        return null;
      case 'grants': {
        const held = { personId, before: person.grants, after: [...person.grants, ...grants] };
        refuseIfAny(await changeReasons(this.parts, queries, held, actor));
        for (const grant of grants) await people.grant(queries, { personId, ...grant });
        return opensAnew(change, person)
          ? giveNow(this.parts, queries, person, { ...made, byTwo: true })
          : null;
      }
    }
  }
}

const told = ({ kind, grants, accountName, proposedBy, reason }: RoleChange) => ({
  ...{ kind, proposedBy, why: reason, ...(accountName === null ? {} : { accountName }) },
  granted: grants.map(({ role, organId }) => ({ role, organId })),
});
