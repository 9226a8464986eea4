import type { Actor, PersonStore } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import type { Release, ReleaseVersion } from '@koujing/release';
import type { CheckContent, StandingConcern } from './check-content.js';
import type { ConcernStore } from './concern-store.sql.js';
import type { ContentView } from './content.api.js';
import type { DismissConcern } from './dismiss-concern.js';
import { contentRefusal } from './refusal.js';

export interface ShowContentParts {
  readonly check: CheckContent;
  readonly dismiss: DismissConcern;
  readonly concerns: ConcernStore;
  readonly people: PersonStore;
}

/** What the page of a release shows of its content. */
export class ShowContent {
  constructor(private readonly parts: ShowContentParts) {}

  async view(
    queries: Queries,
    of: { readonly release: Release; readonly version: ReleaseVersion },
    actor: Actor,
  ): Promise<ContentView> {
    const { check, dismiss, concerns } = this.parts;
    const { release, version } = of;
    const { elements, concerned, missing, advice } = await check.findings(queries, release, version);
    const owes = release.kind === 'mediaScrutiny' && version.declaration.scrutiny === 'response';
    const result = owes ? await concerns.resultOf(queries, release.id) : null;
    return {
      elements: elements.map(({ rule, state, sentence }) => ({
        element: rule.element,
        title: rule.title,
        titleEn: rule.titleEn,
        article: rule.article,
        hard: rule.hardness === 'hard',
        state,
        sentence,
      })),
      concerned: await this.#concerned(queries, concerned),
      result,
      missing: [...missing],
      advice: [...advice, ...(owes && result === null ? [contentRefusal.scrutinyResultOwed] : [])],
      actions: { dismiss: { reasons: [...dismiss.reasons(release, actor)] } },
    };
  }

  async #concerned(
    queries: Queries,
    concerned: readonly StandingConcern[],
  ): Promise<ContentView['concerned']> {
    const views: ContentView['concerned'] = [];
    for (const { organ, by, words, state, dismissal } of concerned) {
      const person = dismissal === null ? null : await this.parts.people.find(queries, dismissal.dismissedBy);
      views.push({
        organ: { id: organ.id, name: organ.name, shortName: organ.shortName },
        ...{ by, words, state },
        dismissal:
          dismissal === null
            ? null
            : {
                reason: dismissal.reason,
                by: { id: dismissal.dismissedBy, name: person?.name ?? dismissal.dismissedBy },
                at: civilTime(dismissal.dismissedAt),
              },
      });
    }
    return views;
  }
}
