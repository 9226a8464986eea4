import { civilTime } from '@koujing/kernel';
import { inOffice, type Actor } from '../actor.js';
import { grantableOrgans, readPeopleReasons } from '../people/person-reasons.js';
import type { KeptPerson } from '../people/people-register.sql.js';
import { keyState } from './api-key.js';
import type { ChangeParts } from '../four-eyes/propose-change.js';
import type { IssueKey } from './issue-key.js';
import type { KeyList, KeyQuery, KeyView } from './key.api.js';
import type { NamedKey } from './key-store.sql.js';
import type { RevokeKey } from './revoke-key.js';

export interface ShowKeysParts extends Pick<ChangeParts, 'database' | 'register' | 'keys' | 'clock'> {
  readonly issue: IssueKey;
  readonly revoke: RevokeKey;
}

/** Keys of those whom the reader keeps or audits; everybody else sees their own. */
export class ShowKeys {
  constructor(private readonly parts: ShowKeysParts) {}

  async page(query: KeyQuery, actor: Actor): Promise<KeyList> {
    const { database, register, keys, issue } = this.parts;
    const { queries } = database;
    const within = await this.#within(actor);
    const { items, total } = await keys.page(queries, query, within);
    const people = new Map<string, KeptPerson>();
    for (const id of new Set(items.map(({ personId }) => personId))) {
      const person = await register.find(queries, id);
      if (person !== null) people.set(id, person);
    }
    return {
      items: items.flatMap((key) => {
        const person = people.get(key.personId);
        return person === undefined ? [] : [this.#viewOf(key, person, actor)];
      }),
      ...{ total, page: query.page, pageSize: query.pageSize },
      actions: { issue: { reasons: [...issue.reasons(actor)] } },
    };
  }

  /** Null: everybody's. */
  async #within(actor: Actor): Promise<readonly string[] | null> {
    if (readPeopleReasons(actor).length > 0) return [actor.personId];
    const organs = inOffice(actor, 'auditor') ? null : grantableOrgans(actor);
    if (organs === null) return null;
    const { database, register } = this.parts;
    return register.idsIn(database.queries, organs);
  }

  #viewOf(key: NamedKey, person: KeptPerson, actor: Actor): KeyView {
    const { clock, revoke } = this.parts;
    const { id, name, scopes, hint, issuedAt, expiresAt, usedAt } = key;
    return {
      ...{ id, name, scopes: [...scopes], hint, state: keyState(key, clock.now()) },
      ...{ person: { id: key.personId, name: key.personName }, issuedBy: key.issuerName },
      ...{ issuedAt: civilTime(issuedAt), expiresAt: civilTime(expiresAt) },
      usedAt: usedAt === null ? null : civilTime(usedAt),
      actions: { revoke: { reasons: [...revoke.reasons(key, person, actor)] } },
    };
  }
}
