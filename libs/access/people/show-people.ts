import { civilTime } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { inOffice } from '../actor.js';
import { refuseIfAny } from '../refuse.js';
import type { ChangeParts } from '../four-eyes/propose-change.js';
import type { ResetFactor } from '../four-eyes/reset-factor.js';
import type { LinkAccount } from '../organ-account/link-account.js';
import type { OrganAccount } from '../organ-account/organ-account-store.sql.js';
import type { AddPerson } from './add-person.js';
import type { KeptPerson } from './people-register.sql.js';
import type { PeopleList, PeopleQuery, PersonView } from './people.api.js';
import {
  entryReasons,
  everybodyReasons,
  grantableOrgans,
  grantableRoles,
  readPeopleReasons,
} from './person-reasons.js';
import type { ResetPassword } from './reset-password.js';
import type { RetirePerson } from './retire-person.js';
import type { RevisePerson } from './revise-person.js';

export interface ShowPeopleParts extends Pick<
  ChangeParts,
  'database' | 'register' | 'organs' | 'factors' | 'organAccounts' | 'organIssuer'
> {
  readonly add: AddPerson;
  readonly revise: RevisePerson;
  readonly retire: RetirePerson;
  readonly reset: ResetPassword;
  readonly resetFactor: ResetFactor;
  readonly link: LinkAccount;
}

interface Ways {
  readonly hasFactor: boolean;
  readonly account: OrganAccount | null;
}

/** The people whom the reader keeps or audits, each with what may be done to the entry. */
export class ShowPeople {
  constructor(private readonly parts: ShowPeopleParts) {}

  async page(query: PeopleQuery, actor: Actor): Promise<PeopleList> {
    refuseIfAny(readPeopleReasons(actor));
    const { database, register, organs, factors, organAccounts, organIssuer, add } = this.parts;
    const { queries } = database;
    const grantable = grantableOrgans(actor);
    const { items, total } = await register.page(
      queries,
      query,
      inOffice(actor, 'auditor') ? null : grantable,
    );
    const ids = items.map(({ id }) => id);
    const withFactor = await factors.activeOf(queries, ids);
    const accounts = await organAccounts.ofPersons(queries, organIssuer ?? '', ids);
    const all = grantable === null ? [] : await organs.all(queries);
    return {
      items: items.map((person) => {
        const ways = { hasFactor: withFactor.has(person.id), account: accounts.get(person.id) ?? null };
        return this.#viewOf(person, ways, actor);
      }),
      ...{ total, page: query.page, pageSize: query.pageSize },
      organs:
        grantable === null
          ? null
          : all.filter(({ id }) => grantable.includes(id)).map(({ id, name }) => ({ id, name })),
      roles: [...grantableRoles(actor)],
      actions: {
        add: { reasons: [...add.reasons(actor)] },
        endEverybodys: { reasons: [...everybodyReasons(actor)] },
      },
    };
  }

  #viewOf(person: KeptPerson, { hasFactor, account }: Ways, actor: Actor): PersonView {
    const { revise, retire, reset, resetFactor, link } = this.parts;
    const { id, username, name, email, phone, revision, disabled, firstPasswordUntil, grants } = person;
    return {
      ...{ id, username, name, email, phone, revision, retired: disabled },
      firstPasswordUntil: firstPasswordUntil === null ? null : civilTime(firstPasswordUntil),
      roles: grants.map(({ role, organId, organName }) => ({ role, organId, organName })),
      organAccount:
        account === null
          ? null
          : { name: account.name, boundAt: account.boundAt === null ? null : civilTime(account.boundAt) },
      actions: {
        revise: { reasons: [...revise.reasons(person, actor)] },
        retire: { reasons: [...retire.reasons(person, actor)] },
        restore: { reasons: [...retire.restoreReasons(person, actor)] },
        resetPassword: { reasons: [...reset.reasons(person, actor)] },
        resetFactor: { reasons: [...resetFactor.reasons(person, hasFactor, actor)] },
        endSessions: { reasons: [...entryReasons(actor, person.grants)] },
        linkAccount: { reasons: [...link.reasons(person, actor)] },
        unlinkAccount: { reasons: [...link.unlinkReasons(person, account, actor)] },
      },
    };
  }
}
