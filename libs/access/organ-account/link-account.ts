import type { Queries } from '@koujing/database';
import type { PersonId, Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { isGuarded } from '../four-eyes/powerful-roles.js';
import { actsAlone, type ChangeParts, type ProposeChange } from '../four-eyes/propose-change.js';
import { actorNow, heldPerson } from '../people/people-parts.js';
import type { KeptPerson } from '../people/people-register.sql.js';
import { entryReasons, otherReasons } from '../people/person-reasons.js';
import { organAccountRefusal } from './organ-account-refusal.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import type { OrganAccount } from './organ-account-store.sql.js';
import type { LinkAccountInput } from './organ-account.api.js';

type Known = Pick<KeptPerson, 'id' | 'disabled' | 'grants'>;

/** Why this account cannot be registered for this person now. */
const nameReasons = async (
  { organAccounts }: Pick<ChangeParts, 'organAccounts'>,
  queries: Queries,
  { personId, issuer, name }: Pick<OrganAccount, 'personId' | 'issuer' | 'name'>,
): Promise<readonly Reason[]> => {
  const known = await organAccounts.byName(queries, issuer, name);
  if (known === null) return [];
  return known.personId === personId
    ? // Registered once more, it is bound anew: what an administrator does when the account there was made anew.
      known.subject === null
      ? [organAccountRefusal.sameOrganAccount]
      : []
    : [organAccountRefusal.accountNameTaken(name)];
};

/** In the transaction of whoever has the last word. */
export const linkNow = async (
  parts: Pick<ChangeParts, 'organAccounts' | 'organIssuer' | 'sessions' | 'clock'>,
  queries: Queries,
  { personId, name, by }: { readonly personId: PersonId; readonly name: string; readonly by: PersonId },
): Promise<void> => {
  const { organAccounts, organIssuer: issuer, sessions, clock } = parts;
  if (issuer === null) return refuseIfAny([organAccountRefusal.organAccountOff]);
  refuseIfAny(await nameReasons(parts, queries, { personId, issuer, name }));
  const earlier = (await organAccounts.ofPersons(queries, issuer, [personId])).get(personId);
  await organAccounts.set(queries, { personId, issuer, name, by, at: clock.now() });
  // Whoever came in by the account that was registered before may not be whom this one belongs to.
  if (earlier !== undefined) await sessions.closeAll(queries, personId);
};

/**
 * Which account at the organ's identity provider is this person. Whoever holds it can act as the person: where that is more
 * than writing and being asked, or is about to be, another administrator confirms it, like a powerful role.
 */
export class LinkAccount {
  constructor(
    private readonly parts: ChangeParts,
    private readonly propose: ProposeChange,
  ) {}

  reasons(person: Known, actor: Actor): readonly Reason[] {
    return [
      ...entryReasons(actor, person.grants),
      ...otherReasons(actor, person.id),
      ...(person.disabled ? [accessRefusal.isRetired] : []),
      ...(this.parts.organIssuer === null ? [organAccountRefusal.organAccountOff] : []),
    ];
  }

  /** What is taken away ends at once, of somebody retired too. */
  unlinkReasons(person: Known, account: OrganAccount | null, actor: Actor): readonly Reason[] {
    return [
      ...entryReasons(actor, person.grants),
      ...(account === null ? [organAccountRefusal.noOrganAccount] : []),
    ];
  }

  async perform(
    id: PersonId,
    { name, reason }: LinkAccountInput,
    by: Actor,
  ): Promise<{ readonly waiting: boolean }> {
    const { database, changes, register, audit, policy, organIssuer } = this.parts;
    return database.transaction(async (queries) => {
      const person = await heldPerson(this.parts, queries, id);
      const actor = await actorNow(this.parts, queries, by);
      const issuer = organIssuer ?? '';
      refuseIfAny([
        ...this.reasons(person, actor),
        ...(await nameReasons(this.parts, queries, { personId: id, issuer, name })),
      ]);
      const powerful = await isGuarded(changes, queries, person);
      const alone = actsAlone(policy, actor);
      const waiting = powerful && !alone;
      if (waiting) {
        const proposed = {
          personId: id,
          kind: 'organAccount',
          grants: [],
          accountName: name,
          reason,
        } as const;
        await this.propose.perform(queries, { ...proposed, name: person.name }, actor);
      } else {
        await linkNow(this.parts, queries, { personId: id, name, by: actor.personId });
        await register.setOpenedByTwo(queries, id, false);
      }
      await audit.record(queries, {
        ...{ actor: actor.personId, action: waiting ? 'person.proposeChange' : 'person.linkAccount' },
        ...{ subjectKind: 'person', subjectId: id },
        detail: { kind: 'organAccount', issuer, name, reason, ...(powerful && alone ? { alone: true } : {}) },
      });
      return { waiting };
    });
  }

  async unlink(id: PersonId, reason: string, by: Actor): Promise<void> {
    const { database, organAccounts, organIssuer, sessions, audit } = this.parts;
    await database.transaction(async (queries) => {
      const person = await heldPerson(this.parts, queries, id);
      const actor = await actorNow(this.parts, queries, by);
      const account = (await organAccounts.ofPersons(queries, organIssuer ?? '', [id])).get(id) ?? null;
      refuseIfAny(this.unlinkReasons(person, account, actor));
      await organAccounts.remove(queries, id);
      await sessions.closeAll(queries, id);
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'person.unlinkAccount', subjectKind: 'person', subjectId: id },
        detail: { issuer: account?.issuer, name: account?.name, reason },
      });
    });
  }
}
