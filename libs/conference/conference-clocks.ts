import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { EndDeadline, StartDeadline, Subject } from '@koujing/deadline';
import type { Clock } from '@koujing/kernel';
import type { OrganStore } from '@koujing/organ';
import type { Conference } from './conference.js';
import type { ConferenceSettings } from './conference-settings.js';
import { appliesFor, leadTimeOf, reckonedBy, type Reckoning } from './lead-time.js';

interface ClockParts {
  readonly settings: ConferenceSettings;
  readonly reckoning: Reckoning;
  readonly organs: OrganStore;
  readonly clock: Clock;
  readonly start: StartDeadline;
  readonly end: EndDeadline;
}

export const subjectOf = ({ id }: Pick<Conference, 'id'>): Subject => ({ kind: 'conference', id });

/** The clocks of Art.31, 34 and 35: three with different actors, each with its own exemption (RULES.md 0.2, 0.3). */
export class ConferenceClocks {
  constructor(private readonly parts: ClockParts) {}

  /** The application is due before the event. One whose hour has passed already is refused, not reminded of. */
  async planned(queries: Queries, conference: Conference, actor: Actor): Promise<void> {
    const { settings, reckoning, clock } = this.parts;
    const { rule } = settings.kinds[conference.kind].application;
    await this.settle(queries, conference, { rules: [rule], as: 'cancelled', actor });
    if (!appliesFor(settings, conference)) return;
    const lead = leadTimeOf(await reckonedBy(reckoning, queries), rule, conference);
    if (lead === null || (lead.exempt === null && lead.dueAt <= clock.now())) return;
    await this.run(queries, conference, { rule, eventAt: conference.startsAt, actor });
  }

  /** From now on the materials are due. */
  async applied(queries: Queries, conference: Conference, actor: Actor): Promise<void> {
    const { application, materials } = this.parts.settings.kinds[conference.kind];
    await this.settle(queries, conference, { rules: [application.rule], as: 'met', actor });
    for (const rule of materials)
      await this.run(queries, conference, { rule, eventAt: conference.startsAt, actor });
  }

  /** The office has received it and owes its answer. */
  async received(queries: Queries, conference: Conference, actor: Actor): Promise<void> {
    const office = await this.parts.organs.office(queries);
    const rule = this.parts.settings.kinds[conference.kind].answer;
    const organId = office?.id ?? conference.organId;
    await this.run(queries, conference, { rule, organId, eventAt: this.parts.clock.now(), actor });
  }

  async answered(queries: Queries, conference: Conference, actor: Actor): Promise<void> {
    await this.settle(queries, conference, {
      rules: [this.parts.settings.kinds[conference.kind].answer],
      as: 'met',
      actor,
    });
  }

  async filed(queries: Queries, conference: Conference, actor: Actor): Promise<void> {
    await this.settle(queries, conference, {
      rules: this.parts.settings.kinds[conference.kind].materials,
      as: 'met',
      actor,
    });
  }

  /** A file was replaced after filing: the filing is due again, at the same hour. */
  async unfiled(queries: Queries, conference: Conference, actor: Actor): Promise<void> {
    for (const rule of this.parts.settings.kinds[conference.kind].materials)
      await this.run(queries, conference, { rule, eventAt: conference.startsAt, actor });
  }

  async held(queries: Queries, conference: Conference, actor: Actor): Promise<void> {
    const { rule } = this.parts.settings.brief;
    await this.run(queries, conference, { rule, eventAt: conference.heldAt ?? conference.startsAt, actor });
  }

  async evaluated(queries: Queries, conference: Conference, actor: Actor): Promise<void> {
    await this.settle(queries, conference, { rules: [this.parts.settings.brief.rule], as: 'met', actor });
  }

  /** What was registered is void, or the conference is off: nothing of it is owed any more. */
  async dropped(queries: Queries, conference: Conference, actor: Actor): Promise<void> {
    const { application, answer, materials } = this.parts.settings.kinds[conference.kind];
    await this.settle(queries, conference, {
      rules: [application.rule, answer, ...materials],
      as: 'cancelled',
      actor,
    });
  }

  private async run(
    queries: Queries,
    conference: Conference,
    of: { readonly rule: string; readonly eventAt: Date; readonly organId?: string; readonly actor: Actor },
  ): Promise<void> {
    await this.parts.start.perform(queries, {
      rule: of.rule,
      subject: subjectOf(conference),
      organId: of.organId ?? conference.organId,
      title: conference.theme,
      link: `/conferences/${conference.id}`,
      eventAt: of.eventAt,
      emergency: conference.emergency,
      actor: of.actor.personId,
    });
  }

  private async settle(
    queries: Queries,
    conference: Conference,
    of: { readonly rules: readonly string[]; readonly as: 'met' | 'cancelled'; readonly actor: Actor },
  ): Promise<void> {
    const subject = subjectOf(conference);
    for (const rule of of.rules)
      await this.parts.end.perform(queries, { rule, subject, as: of.as, actor: of.actor.personId });
  }
}
