import { civilTime } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { inOffice } from '../actor.js';
import { refuseIfAny } from '../refuse.js';
import type { ResetFactor } from '../four-eyes/reset-factor.js';
import type { AddPerson } from './add-person.js';
import type { KeptPerson } from './people-register.sql.js';
import type { PeopleList, PeopleQuery, PersonView } from './people.api.js';
import type { PeopleParts } from './people-parts.js';
import { entryReasons, grantableOrgans, grantableRoles, readPeopleReasons } from './person-reasons.js';
import type { ResetPassword } from './reset-password.js';
import type { RetirePerson } from './retire-person.js';
import type { RevisePerson } from './revise-person.js';

export interface ShowPeopleParts extends Pick<PeopleParts, 'database' | 'register' | 'organs' | 'factors'> {
  readonly add: AddPerson;
  readonly revise: RevisePerson;
  readonly retire: RetirePerson;
  readonly reset: ResetPassword;
  readonly resetFactor: ResetFactor;
}

/** The people whom the reader keeps or audits, each with what may be done to the entry. */
export class ShowPeople {
  constructor(private readonly parts: ShowPeopleParts) {}

  async page(query: PeopleQuery, actor: Actor): Promise<PeopleList> {
    refuseIfAny(readPeopleReasons(actor));
    const { database, register, organs, factors, add } = this.parts;
    const { queries } = database;
    const grantable = grantableOrgans(actor);
    const { items, total } = await register.page(
      queries,
      query,
      inOffice(actor, 'auditor') ? null : grantable,
    );
    const withFactor = await factors.activeOf(
      queries,
      items.map(({ id }) => id),
    );
    const all = grantable === null ? [] : await organs.all(queries);
    return {
      items: items.map((person) => this.#viewOf(person, withFactor.has(person.id), actor)),
      ...{ total, page: query.page, pageSize: query.pageSize },
      organs:
        grantable === null
          ? null
          : all.filter(({ id }) => grantable.includes(id)).map(({ id, name }) => ({ id, name })),
      roles: [...grantableRoles(actor)],
      actions: { add: { reasons: [...add.reasons(actor)] } },
    };
  }

  #viewOf(person: KeptPerson, hasFactor: boolean, actor: Actor): PersonView {
    const { revise, retire, reset, resetFactor } = this.parts;
    const { id, username, name, email, phone, revision, disabled, firstPasswordUntil, grants } = person;
    return {
      ...{ id, username, name, email, phone, revision, retired: disabled },
      firstPasswordUntil: firstPasswordUntil === null ? null : civilTime(firstPasswordUntil),
      roles: grants.map(({ role, organId, organName }) => ({ role, organId, organName })),
      actions: {
        revise: { reasons: [...revise.reasons(person, actor)] },
        retire: { reasons: [...retire.reasons(person, actor)] },
        restore: { reasons: [...retire.restoreReasons(person, actor)] },
        resetPassword: { reasons: [...reset.reasons(person, actor)] },
        resetFactor: { reasons: [...resetFactor.reasons(person, hasFactor, actor)] },
        endSessions: { reasons: [...entryReasons(actor, person.grants)] },
      },
    };
  }
}
