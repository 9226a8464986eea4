import { personRefs, visibilityOf, type Actor } from '@koujing/access';
import { civilTime } from '@koujing/kernel';
import { organRefs } from '@koujing/organ';
import { inForce } from '../agreed-line.js';
import type { AcknowledgeDirective } from './acknowledge-directive.js';
import type { DirectiveList, DirectiveQuery, DirectiveView } from './directive.api.js';
import { isOverdue, mayOrderForSome, isUnacknowledged, type Directive } from './directive.js';
import type { DirectiveListing } from './directive-list.sql.js';
import type { DirectiveParts } from './directive-parts.js';
import type { FulfilDirective } from './fulfil-directive.js';
import { directiveRefusal } from './refusal.js';
import { visibleDirective } from './visible-directive.js';
import type { WithdrawDirective } from './withdraw-directive.js';

interface ShowParts extends Pick<DirectiveParts, 'database' | 'directives' | 'matters' | 'clocks' | 'clock'> {
  readonly listing: DirectiveListing;
  readonly acknowledge: AcknowledgeDirective;
  readonly fulfil: FulfilDirective;
  readonly withdraw: WithdrawDirective;
}

/** What the directive pages read. */
export class ShowDirectives {
  constructor(private readonly parts: ShowParts) {}

  async page(query: DirectiveQuery, actor: Actor): Promise<DirectiveList> {
    const { database, listing } = this.parts;
    const { items, total } = await listing.page(database.queries, visibilityOf(actor), query);
    return {
      ...{ items: await this.#views(items, actor), total, page: query.page, pageSize: query.pageSize },
      actions: { issue: { reasons: mayOrderForSome(actor) ? [] : [directiveRefusal.mayNotOrder] } },
    };
  }

  async one(id: string, actor: Actor): Promise<DirectiveView> {
    const { database, directives } = this.parts;
    const directive = visibleDirective(await directives.find(database.queries, id), actor);
    const [view] = await this.#views([directive], actor);
    if (view === undefined) throw new Error(`directive ${id} has no view`);
    return view;
  }

  async #views(directives: readonly Directive[], actor: Actor): Promise<DirectiveView[]> {
    const { database, listing, matters, clocks } = this.parts;
    const { queries } = database;
    const organ = await organRefs(
      queries,
      directives.flatMap(({ fromOrganId, toOrganId }) => [fromOrganId, toOrganId]),
    );
    const people = await personRefs(
      queries,
      directives.flatMap(({ issuedBy, acknowledgedBy }) => [issuedBy, acknowledgedBy ?? '']),
    );
    const named = await listing.named(queries, directives);
    const matterIds = directives.flatMap(({ matterId }) => matterId ?? []);
    const lines = inForce(await matters.lines(queries, matterIds));
    const lineOf = (id: string | null) => {
      const line = lines.find(({ lineId }) => lineId === id);
      return line === undefined ? null : { about: line.about, value: line.value, unit: line.unit };
    };
    return Promise.all(
      directives.map(async (directive) => ({
        ...this.#facts(directive),
        ...{ from: organ(directive.fromOrganId), to: organ(directive.toOrganId) },
        issuedBy: people(directive.issuedBy),
        acknowledgedBy: directive.acknowledgedBy === null ? null : people(directive.acknowledgedBy),
        matter:
          directive.matterId === null
            ? null
            : { id: directive.matterId, title: named.matter(directive.matterId) },
        line: lineOf(directive.lineId),
        release: directive.releaseId === null ? null : named.release(directive.releaseId),
        basis: clocks.basis(),
        actions: await this.#actions(directive, actor),
      })),
    );
  }

  #facts(directive: Directive) {
    const now = this.parts.clock.now();
    const { id, title, text, demand, state, report, withdrawnReason } = directive;
    return {
      ...{ id, title, text, demand, state, report, withdrawnReason },
      issuedAt: civilTime(directive.issuedAt),
      acknowledgeBy: civilTime(directive.acknowledgeBy),
      dueAt: civilTime(directive.dueAt),
      acknowledgedAt: directive.acknowledgedAt === null ? null : civilTime(directive.acknowledgedAt),
      fulfilledAt: directive.fulfilledAt === null ? null : civilTime(directive.fulfilledAt),
      unacknowledged: isUnacknowledged(directive, now),
      overdue: isOverdue(directive, now),
    };
  }

  async #actions(directive: Directive, actor: Actor): Promise<DirectiveView['actions']> {
    const { database, acknowledge, fulfil, withdraw } = this.parts;
    return {
      acknowledge: { reasons: [...acknowledge.reasons(directive, actor)] },
      fulfil: { reasons: [...fulfil.reasons(directive, actor)] },
      withdraw: { reasons: [...(await withdraw.reasons(database.queries, directive, actor))] },
    };
  }
}
