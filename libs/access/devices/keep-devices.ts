import { civilTime, Problem, type PersonId } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { actorNow, heldPerson, type PeopleParts } from '../people/people-parts.js';
import { entryReasons, everybodyReasons } from '../people/person-reasons.js';
import type { SignedIn } from '../read-session.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import { GRACE_MS, isOver, type Session } from '../session.js';
import { stepUpMinutes, stepUpReasons } from '../step-up.js';
import { agentWords } from './agent-words.js';
import type { DeviceList, DeviceView } from './device.api.js';

const viewOf = (session: Session, current: string): DeviceView => ({
  id: session.id,
  agent: agentWords(session.agent),
  address: session.address,
  openedAt: civilTime(session.createdAt),
  seenAt: civilTime(session.seenAt),
  until: civilTime(session.expiresAt),
  current: session.id === current,
});

/** Where somebody is signed in: one's own, and for an administrator those of whom they keep. */
export class KeepDevices {
  constructor(private readonly parts: PeopleParts) {}

  show({ actor, session }: SignedIn): Promise<DeviceList> {
    return this.#of(actor.personId, session.id);
  }

  /** One's own and no other: somebody else's is not found. */
  async end({ actor }: SignedIn, id: string): Promise<void> {
    const { database, sessions, audit } = this.parts;
    const { personId } = actor;
    await database.transaction(async (queries) => {
      if (!(await sessions.closeOf(queries, personId, id)))
        throw new Problem('notFound', [accessRefusal.sessionNotFound]);
      const subject = { subjectKind: 'person', subjectId: personId };
      await audit.record(queries, { actor: personId, action: 'session.end', ...subject });
    });
  }

  async endOthers({ actor, session }: SignedIn): Promise<void> {
    const { database, sessions, audit } = this.parts;
    const { personId } = actor;
    await database.transaction(async (queries) => {
      await sessions.closeAll(queries, personId, session.id);
      const subject = { subjectKind: 'person', subjectId: personId };
      await audit.record(queries, { actor: personId, action: 'session.endOthers', ...subject });
    });
  }

  async showOf(personId: PersonId, actor: Actor): Promise<DeviceList> {
    const { database, register } = this.parts;
    const person = await register.find(database.queries, personId);
    if (person === null) throw new Problem('notFound', [accessRefusal.personNotFound]);
    refuseIfAny(entryReasons(actor, person.grants));
    return this.#of(personId, '');
  }

  async endAllOf(personId: PersonId, reason: string, by: Actor): Promise<void> {
    const { database, sessions, audit } = this.parts;
    await database.transaction(async (queries) => {
      const person = await heldPerson(this.parts, queries, personId);
      const actor = await actorNow(this.parts, queries, by);
      refuseIfAny(entryReasons(actor, person.grants));
      await sessions.closeAll(queries, personId);
      await audit.record(queries, {
        ...{
          actor: actor.personId,
          action: 'person.endSessions',
          subjectKind: 'person',
          subjectId: personId,
        },
        detail: { reason },
      });
    });
  }

  /** When passwords or cookies may have leaked: all sign in anew, save who ends them. Keys of programs stay. */
  async endEverybodys(reason: string, { session, actor: by }: SignedIn): Promise<void> {
    const { database, sessions, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const actor = await actorNow(this.parts, queries, by);
      refuseIfAny([...everybodyReasons(actor), ...stepUpReasons(by, clock.now(), stepUpMinutes)]);
      await sessions.closeEverybodys(queries, session.id);
      const subject = { subjectKind: 'person', subjectId: actor.personId };
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'session.endEverybodys', ...subject },
        detail: { reason },
      });
    });
  }

  async #of(personId: PersonId, current: string): Promise<DeviceList> {
    const { database, sessions, clock } = this.parts;
    const all = await sessions.ofPerson(database.queries, personId);
    const now = clock.now();
    // Nor one that ends within seconds: it has been replaced, and would stand there as a second device.
    const open = all.filter(
      (session) => !isOver(session, now) && session.expiresAt.getTime() - now.getTime() > GRACE_MS,
    );
    return { items: open.map((session) => viewOf(session, current)) };
  }
}
