import type { Queries } from '@koujing/database';
import type { EndDeadline, StartDeadline } from '@koujing/deadline';
import {
  isOut,
  type Release,
  type ReleaseChange,
  type ReleaseFollower,
  type ReleaseStore,
} from '@koujing/release';
import type { ConcernStore } from './concern-store.sql.js';

const rule = 'scrutinyResult';
const subjectOf = (id: string) => ({ kind: 'release', id });

/**
 * Art.19: after the response to the media's criticism its result is published. The clock starts as the response goes
 * out, ends with the result that names it, and runs again from the response if that result is withdrawn.
 */
export class ScrutinyDeadline implements ReleaseFollower {
  constructor(
    private readonly clocks: { readonly start: StartDeadline; readonly end: EndDeadline },
    private readonly parts: { readonly releases: ReleaseStore; readonly concerns: ConcernStore },
  ) {}

  async released(queries: Queries, release: Release, actor: string): Promise<void> {
    const part = await this.#partOf(queries, release);
    if (part?.scrutiny === 'response') await this.#start(queries, release, actor);
    if (part?.scrutiny === 'result' && part.answers !== null)
      await this.clocks.end.perform(queries, { rule, subject: subjectOf(part.answers), as: 'met', actor });
  }

  async follow(queries: Queries, { kind, release, actor: { personId } }: ReleaseChange): Promise<void> {
    if (kind !== 'withdrawn' || release.releasedVersion === null) return;
    const part = await this.#partOf(queries, release);
    if (part?.scrutiny === 'response')
      await this.clocks.end.perform(queries, {
        ...{ rule, subject: subjectOf(release.id), as: 'cancelled', actor: personId, reason: kind },
      });
    const response =
      part?.scrutiny === 'result' && part.answers !== null
        ? await this.parts.releases.find(queries, part.answers)
        : null;
    if (response !== null && isOut(response)) await this.#start(queries, response, personId);
  }

  /** What a corrected response owed has been published already, unless nothing answers it. */
  async #start(queries: Queries, response: Release, actor: string): Promise<void> {
    if ((await this.parts.concerns.resultOf(queries, response.id)) !== null) return;
    await this.clocks.start.perform(queries, {
      ...{ rule, subject: subjectOf(response.id), organId: response.organId, title: response.title },
      ...{ link: `/releases/${response.id}`, eventAt: response.releasedAt ?? response.updatedAt, actor },
    });
  }

  async #partOf(queries: Queries, { id, kind, releasedVersion }: Release) {
    if (kind !== 'mediaScrutiny' || releasedVersion === null) return null;
    return (await this.parts.releases.version(queries, id, releasedVersion))?.declaration ?? null;
  }
}
