import { refuseIfAny, type Actor } from '@koujing/access';
import { civilDayOf } from '@koujing/calendar';
import type { Queries } from '@koujing/database';
import { civilYear, digestOf, newId, type Reason } from '@koujing/kernel';
import { mayPublishRoster } from './may-keep-roster.js';
import { rosterRefusal } from './refusal.js';
import { publicEntryOf, regularOn, type PublishedOrgan } from './roster.js';
import type { RosterParts } from './roster-parts.js';
import { endYears } from './roster-year-clock.js';

/** Shows the city's list to the public, once a year at least (Art.9). What is published is frozen. */
export class PublishRoster {
  constructor(private readonly parts: RosterParts) {}

  reasons = mayPublishRoster;

  async perform(actor: Actor): Promise<void> {
    refuseIfAny(this.reasons(actor));
    await this.apply(actor.personId);
  }

  apply(by: string): Promise<void> {
    const { database, publications, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      await publications.lockYears(queries);
      const organs = await this.#list(queries);
      refuseIfAny(emptyReasons(organs));
      const year = civilYear(clock.now());
      const digest = digestOf(organs);
      const frozen = { id: newId(), year, organs, digest, publishedBy: by, publishedAt: clock.now() };
      await publications.add(queries, { ...frozen, pageWrittenAt: null });
      await endYears(this.parts, queries, by);
      await audit.record(queries, {
        actor: by,
        action: 'roster.publish',
        subjectKind: 'roster',
        subjectId: String(year),
        digest,
        detail: { publicationId: frozen.id, organs: organs.length },
      });
    });
  }

  async #list(queries: Queries): Promise<readonly PublishedOrgan[]> {
    const { organs, roster, clock } = this.parts;
    const today = civilDayOf(clock.now());
    const entries = await roster.entries(queries);
    return (await organs.all(queries)).flatMap((organ) => {
      const own = entries.filter(({ organId }) => organId === organ.id);
      const named = [...regularOn(own, 'spokesperson', today), ...regularOn(own, 'pressAssistant', today)];
      return named.length === 0 ? [] : [{ organ: organ.name, entries: named.map(publicEntryOf) }];
    });
  }
}

const emptyReasons = (organs: readonly PublishedOrgan[]): readonly Reason[] =>
  organs.length === 0 ? [rosterRefusal.nobodyListed] : [];
