import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';
import { organsOf, type Incident } from './incident.js';
import type { IncidentParts } from './incident-parts.js';
import { responsibilityOf, type Responsibility } from './responsibility.js';
import { heldIncident } from './visible-incident.js';

/** What a verb makes of an incident, and what the record says of it. */
export interface Change {
  readonly incident: Incident;
  /** `incident.confirmLevel` … */
  readonly action: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Every change of an incident goes this way: held, changed, organ and clocks computed anew, recorded, in one transaction. */
export class IncidentDesk {
  constructor(readonly parts: IncidentParts) {}

  change(
    id: string,
    actor: Actor,
    work: (queries: Queries, incident: Incident) => Promise<Change> | Change,
  ): Promise<void> {
    const { database, incidents } = this.parts;
    return database.transaction(async (queries) => {
      const before = await heldIncident(incidents, queries, actor, id);
      const { incident, action, detail } = await work(queries, before);
      const next = await this.settled(queries, incident, actor);
      const moved =
        next.responsibleOrganId === before.responsibleOrganId
          ? {}
          : { responsible: { from: before.responsibleOrganId, to: next.responsibleOrganId } };
      await this.record(queries, next, actor, { action, detail: { ...detail, ...moved } });
    });
  }

  async responsibility(queries: Queries, incident: Incident): Promise<Responsibility> {
    return responsibilityOf(incident, await this.cityGovernment(queries, incident));
  }

  /** The city government where it is in the register; else its information office (RULES.md 0.10: one office, two seals). */
  async cityGovernment(
    queries: Queries,
    { handlingOrganId }: Pick<Incident, 'handlingOrganId'>,
  ): Promise<OrganId> {
    const organs = await this.parts.organs.all(queries);
    const government =
      organs.find(({ kind, level }) => kind === 'government' && level === 'city') ??
      organs.find(({ isOffice }) => isOffice);
    return government?.id ?? handlingOrganId;
  }

  async record(
    queries: Queries,
    { id }: Incident,
    actor: Actor,
    { action, detail }: Omit<Change, 'incident'>,
  ): Promise<void> {
    await this.parts.audit.record(queries, {
      ...{ actor: actor.personId, action, detail },
      ...{ subjectKind: 'incident', subjectId: id },
    });
  }

  /** Writes it with its responsible organ computed anew; matter and clocks follow. */
  async settled(queries: Queries, incident: Incident, actor: Actor): Promise<Incident> {
    const { incidents, clocks, clock } = this.parts;
    const { organId } = await this.responsibility(queries, incident);
    const written = await incidents.write(queries, {
      ...{ ...incident, responsibleOrganId: organId, updatedAt: clock.now() },
    });
    await this.#matter(queries, written, actor);
    await clocks.settle(queries, written, actor.personId);
    return written;
  }

  /** The matter is owned by whoever has to release; the others stay concerned, so that what they drafted stays linked. */
  async #matter(queries: Queries, incident: Incident, actor: Actor): Promise<void> {
    const { matters, matterFollowers, clock } = this.parts;
    const matter = await matters.lock(queries, incident.matterId);
    if (matter?.state !== 'open') return;
    const owner = incident.responsibleOrganId;
    const all = new Set([matter.ownerOrganId, ...matter.concernedOrganIds, ...organsOf(incident)]);
    const concerned = [...all].filter((id) => id !== owner);
    const same = matter.ownerOrganId === owner && concerned.length === matter.concernedOrganIds.length;
    const closing = incident.state === 'closed';
    if (same && !closing && matter.title === incident.title) return;
    const at = clock.now();
    const next = await matters.write(queries, {
      ...{
        ...matter,
        title: incident.title,
        ownerOrganId: owner,
        concernedOrganIds: concerned,
        updatedAt: at,
      },
      ...(closing ? { state: 'closed' as const, closedAt: at, closedReason: incident.closedReason } : {}),
    });
    if (!closing)
      for (const follower of matterFollowers)
        await follower.follow(queries, { kind: 'revised', matter: next, actor });
  }
}
