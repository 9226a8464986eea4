import { visibilityOf, type Actor } from '@koujing/access';
import { civilTime, Problem } from '@koujing/kernel';
import type {
  AuthorisationList,
  AuthorisationView,
  DelegationList,
  DelegationView,
  TermQuery,
} from './authorisation.api.js';
import type { Authorisation, Delegation } from './authorisation.js';
import type { AuthorisationParts } from './authorisation-parts.js';
import { authorisationRefusal } from './refusal.js';
import type { RevokeAuthorisation } from './revoke-authorisation.js';
import type { RevokeDelegation } from './revoke-delegation.js';
import { stateAt, type Term } from './term.js';

interface ShowParts extends AuthorisationParts {
  readonly revokeAuthorisation: RevokeAuthorisation;
  readonly revokeDelegation: RevokeDelegation;
}

type Names = (id: string) => { readonly id: string; readonly name: string };

/** Who may speak for whom, with its history. */
export class ShowAuthorisations {
  constructor(private readonly parts: ShowParts) {}

  async authorisations(query: TermQuery, actor: Actor): Promise<AuthorisationList> {
    const { database, authorisations } = this.parts;
    const { items, total } = await authorisations.page(database.queries, this.#filter(query, actor));
    return { items: await this.#authorisationViews(items, actor), total, ...pageOf(query) };
  }

  async delegations(query: TermQuery, actor: Actor): Promise<DelegationList> {
    const { database, delegations } = this.parts;
    const { items, total } = await delegations.page(database.queries, this.#filter(query, actor));
    return { items: await this.#delegationViews(items, actor), total, ...pageOf(query) };
  }

  /** For the answers of the verbs. @throws Problem `notFound` */
  async authorisation(id: string, actor: Actor): Promise<AuthorisationView> {
    const found = await this.parts.authorisations.find(this.parts.database.queries, id);
    const [view] = found === null ? [] : await this.#authorisationViews([found], actor);
    if (view === undefined) throw new Problem('notFound', [authorisationRefusal.notFound]);
    return view;
  }

  /** For the answers of the verbs. @throws Problem `notFound` */
  async delegation(id: string, actor: Actor): Promise<DelegationView> {
    const found = await this.parts.delegations.find(this.parts.database.queries, id);
    const [view] = found === null ? [] : await this.#delegationViews([found], actor);
    if (view === undefined) throw new Problem('notFound', [authorisationRefusal.delegationNotFound]);
    return view;
  }

  #filter({ page, pageSize, organ, state }: TermQuery, actor: Actor) {
    return {
      ...{ visibility: visibilityOf(actor), now: this.parts.clock.now(), page, pageSize },
      ...(organ === undefined ? {} : { organ }),
      ...(state === undefined ? {} : { state }),
    };
  }

  async #authorisationViews(items: readonly Authorisation[], actor: Actor): Promise<AuthorisationView[]> {
    const names = await this.#names(
      items.flatMap((item) => [item.grantorId, item.granteeId, item.recordedBy]),
    );
    const organ = await this.#organs();
    return items.map((item) => ({
      ...this.#term(item),
      organ: organ(item.organId),
      grantor: names(item.grantorId),
      grantee: names(item.granteeId),
      kinds: [...item.kinds],
      subjects: [...item.subjects],
      note: item.note,
      recordedBy: names(item.recordedBy),
      actions: { revoke: { reasons: [...this.parts.revokeAuthorisation.reasons(item, actor)] } },
    }));
  }

  async #delegationViews(items: readonly Delegation[], actor: Actor): Promise<DelegationView[]> {
    const names = await this.#names(items.flatMap((item) => [item.fromPersonId, item.toPersonId]));
    const organ = await this.#organs();
    return items.map((item) => ({
      ...this.#term(item),
      organ: organ(item.organId),
      role: item.role,
      fromPerson: names(item.fromPersonId),
      toPerson: names(item.toPersonId),
      reason: item.reason,
      actions: { revoke: { reasons: [...this.parts.revokeDelegation.reasons(item, actor)] } },
    }));
  }

  #term(item: Term & { readonly id: string; readonly revokeReason: string | null }) {
    return {
      id: item.id,
      from: civilTime(item.from),
      to: civilTime(item.to),
      state: stateAt(item, this.parts.clock.now()),
      revokedAt: item.revokedAt === null ? null : civilTime(item.revokedAt),
      revokeReason: item.revokeReason,
    };
  }

  async #organs() {
    const organs = new Map(
      (await this.parts.organs.all(this.parts.database.queries)).map((each) => [each.id, each]),
    );
    return (id: string) => ({
      id,
      name: organs.get(id)?.name ?? id,
      shortName: organs.get(id)?.shortName ?? id,
    });
  }

  async #names(ids: readonly string[]): Promise<Names> {
    const { people, database } = this.parts;
    const names = new Map<string, string>();
    for (const id of new Set(ids)) names.set(id, (await people.find(database.queries, id))?.name ?? id);
    return (id) => ({ id, name: names.get(id) ?? id });
  }
}

const pageOf = ({ page, pageSize }: TermQuery) => ({ page, pageSize });
