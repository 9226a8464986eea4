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
import type { IssuedKey } from '../keys/key.api.js';
import { issueNow } from '../keys/new-key.js';
import { linkNow } from '../organ-account/link-account.js';
import { refuseIfAny } from '../refuse.js';
import { endsKeys, opensAnew } from './powerful-roles.js';
import type { ChangeParts } from './propose-change.js';
import { waitsUntil, type RoleChange } from './role-change.js';

/** What the one who confirms is shown, once: whoever proposed the change never sees it. */
export interface Shown {
  readonly password: FirstPassword | null;
  readonly key: IssuedKey | null;
}

interface Applied extends Shown {
  /** Keys that one administrator alone was shown, ended because their person gets power. */
  readonly keysEnded: number;
}

const nothing: Applied = { password: null, key: null, keysEnded: 0 };

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

  async confirm(id: string, by: Actor): Promise<Shown> {
    const { database, changes, audit, clock } = this.parts;
    // Before the transaction, which holds the lock of the people.
    const made = await makePassword();
    return database.transaction(async (queries) => {
      const { change, person, actor } = await this.#held(queries, id, by);
      refuseIfAny(this.confirmReasons(change, person, actor));
      const { password, key, keysEnded } = await this.#apply(queries, { change, person, actor, made });
      await changes.decide(queries, id, { by: actor.personId, at: clock.now(), outcome: 'confirmed' });
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'person.confirmChange', subjectKind: 'person' },
        ...{ subjectId: person.id },
        detail: {
          ...told(change),
          ...(password === null ? {} : { newPassword: true }),
          ...(keysEnded === 0 ? {} : { keysEnded }),
        },
      });
      return { password, key };
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
  ): Promise<Applied> {
    const { factors, sessions } = this.parts;
    const { personId, kind, accountName, apiKey, proposedBy } = change;
    switch (kind) {
      case 'resetPassword':
        return { ...nothing, password: await this.#givePassword(queries, person, made) };
      case 'resetFactor':
        await factors.remove(queries, personId);
        await sessions.closeAll(queries, personId);
        return nothing;
      case 'organAccount':
        await linkNow(this.parts, queries, { personId, name: accountName ?? '', by: proposedBy });
        return nothing;
      case 'apiKey': {
        if (apiKey === null) throw new Error(`The change ${change.id} names no key.`);
        const key = { person, wanted: apiKey, issuedBy: proposedBy, actor: actor.personId, byTwo: true };
        return { ...nothing, key: await issueNow(this.parts, queries, key) };
      }
      case 'grants':
        return this.#grant(queries, { change, person, actor, made });
    }
  }

  async #grant(
    queries: Queries,
    {
      change,
      person,
      actor,
      made,
    }: { change: RoleChange; person: KeptPerson; actor: Actor; made: MadePassword },
  ): Promise<Applied> {
    const { people, keys, clock } = this.parts;
    const { personId, grants } = change;
    const held = { personId, before: person.grants, after: [...person.grants, ...grants] };
    refuseIfAny(await changeReasons(this.parts, queries, held, actor));
    for (const grant of grants) await people.grant(queries, { personId, ...grant });
    const keysEnded = endsKeys(change, person)
      ? await keys.revokeOneHanded(queries, personId, clock.now())
      : 0;
    const password = opensAnew(change, person) ? await this.#givePassword(queries, person, made) : null;
    return { password, key: null, keysEnded };
  }

  #givePassword(queries: Queries, person: KeptPerson, made: MadePassword): Promise<FirstPassword> {
    return giveNow(this.parts, queries, person, { ...made, byTwo: true });
  }
}

const told = ({ kind, grants, accountName, apiKey, proposedBy, reason }: RoleChange) => ({
  ...{ kind, proposedBy, why: reason, ...(accountName === null ? {} : { accountName }) },
  ...(apiKey === null ? {} : { apiKey }),
  granted: grants.map(({ role, organId }) => ({ role, organId })),
});
