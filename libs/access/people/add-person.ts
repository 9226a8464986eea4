import { civilTime, newId, type Reason } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { hashPassword } from '../password.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import { firstPasswordMs, newFirstPassword } from './first-password.js';
import type { AddedPerson, AddPersonInput } from './people.api.js';
import { aloneDetail, waitingOf, type ChangeParts, type ProposeChange } from '../four-eyes/propose-change.js';
import { actorNow } from './people-parts.js';
import { keeperReasons, sameGrant } from './person-reasons.js';
import { applyGrants, changeReasons } from './roles-of-person.js';

/** A new person with roles and a first password, which is shown to the administrator once. */
export class AddPerson {
  constructor(
    private readonly parts: ChangeParts,
    private readonly propose: ProposeChange,
  ) {}

  reasons(actor: Actor): readonly Reason[] {
    return keeperReasons(actor);
  }

  async perform(input: AddPersonInput, by: Actor): Promise<AddedPerson> {
    refuseIfAny(this.reasons(by));
    const { database, register, people, audit, clock } = this.parts;
    const password = newFirstPassword();
    const passwordHash = await hashPassword(password);
    const { username, name, email, phone } = input;
    return database.transaction(async (queries) => {
      await register.lock(queries);
      const actor = await actorNow(this.parts, queries, by);
      const change = { personId: newId(), before: [], after: input.grants };
      refuseIfAny([
        ...this.reasons(actor),
        ...((await people.byUsername(queries, username)) === null
          ? []
          : [accessRefusal.usernameTaken(username)]),
        ...(await changeReasons(this.parts, queries, change, actor)),
      ]);
      const until = new Date(clock.now().getTime() + firstPasswordMs);
      await register.add(queries, {
        ...{ id: change.personId, username, name, email, phone, passwordHash },
        firstPasswordUntil: until,
      });
      const waiting = waitingOf(this.parts, actor, change.after);
      const after = change.after.filter((grant) => !waiting.some((each) => sameGrant(each, grant)));
      const { granted } = await applyGrants(this.parts, queries, { ...change, after });
      if (waiting.length > 0)
        await this.propose.perform(
          queries,
          { personId: change.personId, name, kind: 'grants', grants: waiting, reason: '新增人员' },
          actor,
        );
      await audit.record(queries, {
        ...{ actor: actor.personId, action: 'person.add', subjectKind: 'person', subjectId: change.personId },
        detail: {
          ...{ username, name, email, phone, granted, ...aloneDetail(this.parts, actor, granted) },
          ...(waiting.length === 0 ? {} : { proposed: waiting }),
        },
      });
      return { username, name, password, until: civilTime(until), waiting: waiting.length > 0 };
    });
  }
}
