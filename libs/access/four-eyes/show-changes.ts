import { civilTime } from '@koujing/kernel';
import type { Actor } from '../actor.js';
import { keeperReasons } from '../people/person-reasons.js';
import { refuseIfAny } from '../refuse.js';
import type { DecideChange } from './decide-change.js';
import type { RoleChangeList } from './four-eyes.api.js';
import { endsKeys, opensAnew } from './powerful-roles.js';
import type { ChangeParts } from './propose-change.js';
import { waitsUntil } from './role-change.js';

/** What waits for a second administrator, of those whom the reader keeps. */
export class ShowChanges {
  constructor(
    private readonly parts: ChangeParts,
    private readonly decide: DecideChange,
  ) {}

  async list(actor: Actor): Promise<RoleChangeList> {
    refuseIfAny(keeperReasons(actor));
    const { database, changes, register, people, organs, policy } = this.parts;
    const { organAccounts, organIssuer, keys, clock } = this.parts;
    const { queries } = database;
    const waiting = await changes.waiting(queries);
    const names = await people.names(
      queries,
      waiting.flatMap(({ proposedBy }) => [proposedBy]),
    );
    const accounts = await organAccounts.ofPersons(
      queries,
      organIssuer ?? '',
      waiting.map(({ personId }) => personId),
    );
    const organNames = new Map(
      waiting.length === 0 ? [] : (await organs.all(queries)).map(({ id, name }) => [id, name]),
    );
    const items: RoleChangeList['items'][number][] = [];
    for (const change of waiting) {
      const person = await register.find(queries, change.personId);
      if (person === null || this.decide.keeperReasons(change, person, actor).length > 0) continue;
      const { id, kind, grants, accountName, apiKey, reason, proposedBy, proposedAt } = change;
      items.push({
        ...{ id, kind, accountName, apiKey, reason, opensAnew: opensAnew(change, person) },
        endsKeys: endsKeys(change, person) ? await keys.oneHanded(queries, person.id, clock.now()) : 0,
        presentAccount: accounts.get(person.id)?.name ?? null,
        ...{ person: { id: person.id, name: person.name } },
        grants: grants.map(({ role, organId }) => ({
          ...{ role, organId, organName: organNames.get(organId ?? '') ?? null },
        })),
        proposedBy: { id: proposedBy, name: names.get(proposedBy) ?? '' },
        ...{ proposedAt: civilTime(proposedAt), until: civilTime(waitsUntil(change)) },
        actions: {
          confirm: { reasons: [...this.decide.confirmReasons(change, person, actor)] },
          decline: { reasons: [...this.decide.declineReasons(change, person, actor)] },
        },
      });
    }
    return { items, alone: policy.singleAdministrator };
  }
}
