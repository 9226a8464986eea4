import type { Queries } from '@koujing/database';
import { escaped, newId, type PersonId } from '@koujing/kernel';
import type { AccessPolicy } from '../access-parts.js';
import { breakGlassId } from '../emergency/break-glass.js';
import type { OrganAccountStore } from '../organ-account/organ-account-store.sql.js';
import type { Actor } from '../actor.js';
import { inOffice } from '../actor.js';
import type { WantedKey } from '../keys/key.api.js';
import type { KeyStore } from '../keys/key-store.sql.js';
import type { GrantInput } from '../people/people.api.js';
import type { PeopleParts } from '../people/people-parts.js';
import { entryReasons } from '../people/person-reasons.js';
import { accessRefusal } from '../refusal.js';
import { refuseIfAny } from '../refuse.js';
import type { ChangeStore } from './change-store.sql.js';
import { isPowerful } from './powerful-roles.js';
import type { ChangeKind } from './role-change.js';

export interface ChangeParts extends PeopleParts {
  readonly changes: ChangeStore;
  readonly organAccounts: OrganAccountStore;
  readonly keys: KeyStore;
  /** The organ's identity provider; null where the city has connected none. */
  readonly organIssuer: string | null;
}

/** What a change is called in the notice to whoever may confirm it. */
const kindNames: Readonly<Record<ChangeKind, string>> = {
  grants: '授予角色',
  resetFactor: '重置两步验证',
  organAccount: '登记统一身份账号',
  resetPassword: '重设密码',
  apiKey: '发放接口密钥',
};

/** Whom and what a change is about. */
export interface Proposed {
  readonly personId: PersonId;
  readonly name: string;
  readonly kind: ChangeKind;
  readonly grants: readonly GrantInput[];
  readonly accountName?: string;
  readonly apiKey?: WantedKey;
  readonly reason: string;
}

/** Where there is no second administrator: the city says so, or the emergency account lets somebody in again. */
export const actsAlone = (policy: AccessPolicy, { personId }: Actor): boolean =>
  policy.singleAdministrator || personId === breakGlassId;

/** Splits what is granted into what one administrator does alone, and what another has to confirm. */
export const waitingOf = (
  { policy }: Pick<PeopleParts, 'policy'>,
  actor: Actor,
  granted: readonly GrantInput[],
): readonly GrantInput[] => (actsAlone(policy, actor) ? [] : granted.filter(({ role }) => isPowerful(role)));

/** What the record says of a powerful role that one person gave alone. */
export const aloneDetail = (
  { policy }: Pick<PeopleParts, 'policy'>,
  actor: Actor,
  granted: readonly GrantInput[],
): { readonly alone?: true } =>
  actsAlone(policy, actor) && granted.some(({ role }) => isPowerful(role)) ? { alone: true } : {};

/** Lets a change wait for another administrator, in the transaction of the one who wants it, and tells whoever may confirm. */
export class ProposeChange {
  constructor(private readonly parts: ChangeParts) {}

  async perform(queries: Queries, proposed: Proposed, by: Actor): Promise<void> {
    const { changes, notifier, clock } = this.parts;
    const { personId, name, kind, grants, accountName = null, apiKey = null, reason } = proposed;
    if ((await changes.ofPerson(queries, personId, kind)) !== null) refuseIfAny([accessRefusal.changeWaits]);
    const id = newId();
    const about = { personId, kind, grants, accountName, apiKey, reason };
    await changes.propose(queries, { id, ...about, proposedBy: by.personId, proposedAt: clock.now() });
    const what = kindNames[kind];
    const lines = [
      `${by.name}提出：${what}，对象${name}。由另一位管理员确认后生效，请到“设置 › 人员与角色”核对。`,
      `${by.name} proposes a change for ${name}; it takes effect when another administrator confirms it.`,
    ];
    await notifier.notify(queries, {
      personIds: await this.#whoMayConfirm(queries, proposed, by),
      ...{ kind: 'roleChange', key: id, link: '/settings?tab=persons' },
      subject: `【待确认】${what}：${name}`,
      html: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
      text: lines.join('\n\n'),
    });
  }

  async #whoMayConfirm(
    queries: Queries,
    { personId, grants }: Proposed,
    by: Actor,
  ): Promise<readonly PersonId[]> {
    const asGrants = grants.map((grant) => ({ ...grant, office: false }));
    const all = await this.parts.people.actors(queries);
    return all
      .filter((actor) => actor.personId !== by.personId && actor.personId !== personId)
      .filter((actor) => inOffice(actor, 'administrator') || entryReasons(actor, asGrants).length === 0)
      .map((actor) => actor.personId);
  }
}
