import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type Reason } from '@koujing/kernel';
import { giveHour } from '../give-hour.js';
import type { Matter } from '../matter.js';
import { matterInputSchema } from '../matter.api.js';
import { heldMatter } from '../visible-matter.js';
import type { DirectiveInput } from './directive.api.js';
import type { Directive } from './directive.js';
import type { DirectiveParts } from './directive-parts.js';
import { hourReasons, matterReasonsOf, orderReasons } from './issue-reasons.js';
import { tellOfDirective } from './tell-of-directive.js';

/**
 * A superior designates what is to be released (Art.12(4)): an order to release is on a matter, its own or a known one,
 * so that a missing release is a gap like any other, and the ordered line binds like any agreed one.
 */
export class IssueDirective {
  constructor(private readonly parts: DirectiveParts) {}

  async reasons(queries: Queries, input: DirectiveInput, actor: Actor): Promise<readonly Reason[]> {
    const order = await orderReasons(this.parts, queries, input, actor);
    return order.length > 0 ? order : hourReasons(input, this.parts.clock.now());
  }

  /** @returns the id of the new directive */
  perform(input: DirectiveInput, actor: Actor): Promise<string> {
    const { database, matters, directives, clocks, audit } = this.parts;
    return database.transaction(async (queries) => {
      refuseIfAny(await this.reasons(queries, input, actor));
      const known =
        input.matterId === undefined ? null : await heldMatter(matters, queries, actor, input.matterId);
      refuseIfAny(await matterReasonsOf(this.parts, queries, input, known));
      const matter = await this.#matter(queries, input, known, actor);
      const lineId = await this.#line(queries, input, matter, actor);
      const written = this.#directive(input, { matter, lineId, opened: known === null }, actor);
      const acknowledgeBy = await clocks.acknowledgeBy(queries, input.acknowledgeBy, written);
      const directive = { ...written, acknowledgeBy };
      await directives.insert(queries, directive);
      await clocks.begin(queries, directive);
      await tellOfDirective(this.parts, queries, directive);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'directive.issue',
        subjectKind: 'directive',
        subjectId: directive.id,
        detail: { ...input, matterId: directive.matterId, lineId },
      });
      return directive.id;
    });
  }

  /** The matter that it is on. A known one becomes designated, and gets this hour if it had none. */
  async #matter(
    queries: Queries,
    input: DirectiveInput,
    known: Matter | null,
    actor: Actor,
  ): Promise<Matter | null> {
    const { matters, openMatter } = this.parts;
    if (known !== null) {
      const clocked = known.ownerOrganId === input.toOrganId && input.demand === 'release';
      const dueAt = known.dueAt ?? (clocked ? new Date(input.dueAt) : null);
      const trigger = known.trigger ?? 'superiorDesignated';
      return giveHour(this.parts, queries, { matter: { ...known, trigger, dueAt }, actor });
    }
    if (input.demand === 'report') return null;
    const wanted = matterInputSchema.parse({
      title: input.title,
      kind: input.kind,
      trigger: 'superiorDesignated',
      ownerOrganId: input.toOrganId,
      concernedOrganIds: [input.fromOrganId],
      dueAt: input.dueAt,
    });
    return matters.find(queries, await openMatter.open(queries, wanted, actor));
  }

  async #line(
    queries: Queries,
    input: DirectiveInput,
    matter: Matter | null,
    actor: Actor,
  ): Promise<string | null> {
    if (matter === null || input.line === undefined) return input.lineId ?? null;
    const ownerOrganId = input.fromOrganId;
    return this.parts.stateLine.state(queries, { matter, ownerOrganId, input: input.line }, actor);
  }

  #directive(
    input: DirectiveInput,
    on: { readonly matter: Matter | null; readonly lineId: string | null; readonly opened: boolean },
    actor: Actor,
  ): Omit<Directive, 'acknowledgeBy'> {
    const now = this.parts.clock.now();
    const dueAt = new Date(input.dueAt);
    return {
      id: newId(),
      ...{ fromOrganId: input.fromOrganId, toOrganId: input.toOrganId },
      ...{ title: input.title, text: input.text, demand: input.demand },
      ...{ matterId: on.matter?.id ?? null, lineId: on.lineId },
      openedMatter: on.opened && on.matter !== null,
      ...{ issuedBy: actor.personId, issuedAt: now, dueAt, state: 'issued' },
      ...{ acknowledgedBy: null, acknowledgedAt: null },
      ...{ fulfilledBy: null, fulfilledAt: null, releaseId: null, report: '' },
      ...{ withdrawnBy: null, withdrawnAt: null, withdrawnReason: '' },
      ...{ revision: 1, updatedAt: now },
    };
  }
}
