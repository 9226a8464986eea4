import type { Queries } from '@koujing/database';
import { dueOf, type DeadlineParts, type EndDeadline, type StartDeadline } from '@koujing/deadline';
import type { Directive } from './directive.js';

export const acknowledgementRule = 'directiveAcknowledgement';
export const fulfilmentRule = 'directiveFulfilment';

interface ClockParts extends Pick<DeadlineParts, 'rules' | 'calendar'> {
  readonly start: StartDeadline;
  readonly end: EndDeadline;
}

interface Span {
  readonly issuedAt: Date;
  readonly dueAt: Date;
}

/** The two clocks of a directive: to be acknowledged, and to be carried out. Each ends at its own hour. */
export class DirectiveClocks {
  constructor(private readonly parts: ClockParts) {}

  /** The hour that it names; else the city's limit, if it has one and that comes first; else the hour of the answer. */
  async acknowledgeBy(queries: Queries, named: string | null, span: Span): Promise<Date> {
    const { issuedAt, dueAt } = span;
    if (named !== null) return new Date(named);
    const terms = this.parts.rules[acknowledgementRule];
    if (terms?.limit == null) return dueAt;
    const { at } = dueOf({ ...terms, limit: terms.limit }, issuedAt, await this.parts.calendar(queries));
    return at < dueAt ? at : dueAt;
  }

  basis(): { readonly acknowledge: string; readonly fulfil: string } {
    const article = (rule: string): string => this.parts.rules[rule]?.article ?? '';
    return { acknowledge: article(acknowledgementRule), fulfil: article(fulfilmentRule) };
  }

  async begin(queries: Queries, directive: Directive): Promise<void> {
    const common = {
      subject: { kind: 'directive', id: directive.id },
      organId: directive.toOrganId,
      title: directive.title,
      link: `/directives/${directive.id}`,
      eventAt: directive.issuedAt,
      actor: directive.issuedBy,
    };
    const { start } = this.parts;
    // Without an hour of its own the acknowledgement passes with the answer: that is one act, the order not carried out.
    if (directive.acknowledgeBy < directive.dueAt)
      await start.perform(queries, { ...common, rule: acknowledgementRule, dueAt: directive.acknowledgeBy });
    await start.perform(queries, { ...common, rule: fulfilmentRule, dueAt: directive.dueAt });
  }

  acknowledged(queries: Queries, id: string, actor: string): Promise<unknown> {
    return this.#end(queries, id, { rule: acknowledgementRule, as: 'met', actor });
  }

  /** What was carried out needs no acknowledgement any more. */
  async fulfilled(queries: Queries, id: string, actor: string): Promise<void> {
    await this.#end(queries, id, { rule: acknowledgementRule, as: 'met', actor });
    await this.#end(queries, id, { rule: fulfilmentRule, as: 'met', actor });
  }

  async withdrawn(
    queries: Queries,
    id: string,
    by: { readonly actor: string; readonly reason: string },
  ): Promise<void> {
    for (const rule of [acknowledgementRule, fulfilmentRule])
      await this.#end(queries, id, { rule, as: 'cancelled', ...by });
  }

  #end(
    queries: Queries,
    id: string,
    end: {
      readonly rule: string;
      readonly as: 'met' | 'cancelled';
      readonly actor: string;
      readonly reason?: string;
    },
  ): Promise<unknown> {
    return this.parts.end.perform(queries, { ...end, subject: { kind: 'directive', id } });
  }
}
