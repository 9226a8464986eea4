import type { Queries } from '@koujing/database';
import type { Release } from '@koujing/release';
import type { Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';

/** A release went out: it takes its place in the chain, and the clocks that it answers are met (Art.23). */
export class FollowReleases {
  constructor(private readonly desk: IncidentDesk) {}

  /** In the transaction of the release; again when a correction of it goes out. */
  async released(queries: Queries, release: Release, actor: string): Promise<void> {
    const { incidents, clocks, clock } = this.desk.parts;
    if (release.matter === null) return;
    const incident = await incidents.lockOfMatter(queries, release.matter);
    if (incident === null) return;
    const at = release.releasedAt ?? clock.now();
    const counts = await this.#enter(queries, incident, release, at);
    const first = counts && incident.firstReleaseAt === null;
    const next = first ? await incidents.write(queries, { ...incident, firstReleaseAt: at }) : incident;
    await clocks.settle(queries, next, actor);
  }

  /** @returns whether it was released by whoever had to */
  async #enter(queries: Queries, incident: Incident, release: Release, at: Date): Promise<boolean> {
    const { chain, releases, reader, organs } = this.desk.parts;
    const { mayRelease, organId } = await this.desk.responsibility(queries, incident);
    const entries = await chain.of(queries, incident.id);
    const known = entries.find(({ releaseId }) => releaseId === release.id);
    const version = await releases.version(queries, release.id, release.version);
    const organ = (await organs.find(queries, release.organId))?.name ?? '';
    const read = reader.read({ organ, title: version?.title ?? '', body: version?.plain ?? '', at });
    const speakers = [release.organId, ...release.jointOrganIds];
    const counts = known?.counts ?? speakers.some((id) => mayRelease.includes(id));
    await chain.save(queries, {
      ...{ incidentId: incident.id, releaseId: release.id, version: release.version, counts },
      ordinal: known?.ordinal ?? entries.length + 1,
      releasedAt: known?.releasedAt ?? at,
      asOf: read.asOf ?? at,
      figures: read.figures,
      responsibleOrganId: known?.responsibleOrganId ?? organId,
    });
    return counts;
  }
}
