import type { NameOrgan } from '@koujing/organ';
import type { Queries } from '@koujing/database';
import { civilTime } from '@koujing/kernel';
import { labelOf } from './chain.js';
import { missingElements } from './fact-sheet.js';
import type { IncidentBar } from './incident-bar.js';
import type { IncidentDesk } from './incident-desk.js';
import type { IncidentListing } from './incident-list.sql.js';
import type { IncidentView } from './incident.api.js';
import type { Incident } from './incident.js';

/** The numbered chain, and what waits to join it. */
export class ShowChain {
  constructor(
    private readonly desk: IncidentDesk,
    private readonly listing: IncidentListing,
    private readonly bar: IncidentBar,
  ) {}

  async view(
    queries: Queries,
    incident: Incident,
    organ: NameOrgan,
  ): Promise<Pick<IncidentView, 'chain' | 'pending'>> {
    return {
      chain: await this.#chain(queries, incident, organ),
      pending: await this.#pending(queries, incident, organ),
    };
  }

  async #chain(queries: Queries, incident: Incident, organ: NameOrgan): Promise<IncidentView['chain']> {
    const { chain, releases } = this.desk.parts;
    const reductions = await chain.reductions(queries, incident.id);
    const views: IncidentView['chain'] = [];
    for (const entry of await chain.of(queries, incident.id)) {
      const release = await releases.find(queries, entry.releaseId);
      if (release === null) continue;
      views.push({
        ...{ releaseId: release.id, number: release.number, title: release.title, state: release.state },
        ...labelOf(entry.ordinal),
        ...{ organ: organ(release.organId) },
        ...{ responsible: organ(entry.responsibleOrganId), counts: entry.counts },
        ...{ releasedAt: civilTime(entry.releasedAt), asOf: civilTime(entry.asOf) },
        figures: { ...entry.figures },
        reductions: reductions
          .filter(({ releaseId }) => releaseId === release.id)
          .map(({ reason }) => reason),
      });
    }
    return views;
  }

  async #pending(queries: Queries, incident: Incident, organ: NameOrgan): Promise<IncidentView['pending']> {
    const { releases, reader, clock, incidents } = this.desk.parts;
    const views: IncidentView['pending'] = [];
    for (const id of await this.listing.pending(queries, incident.matterId)) {
      const release = await releases.find(queries, id);
      const version = release === null ? null : await releases.version(queries, id, release.version);
      if (release === null || version === null) continue;
      const read = reader.read({ organ: '', title: version.title, body: version.plain, at: clock.now() });
      const first = incident.firstReleaseAt === null;
      const records = await incidents.figures(queries, incident.id);
      views.push({
        ...{ releaseId: id, title: version.title, digest: version.digest, state: release.state },
        organ: organ(release.organId),
        bars: [...(await this.bar.reasons(queries, { at: 'release', release, version }))],
        missing: first ? [...missingElements(records, read)] : [],
      });
    }
    return views;
  }
}
