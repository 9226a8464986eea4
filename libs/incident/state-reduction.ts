import { refuseIfAny, type Actor } from '@koujing/access';
import { Problem, type Reason } from '@koujing/kernel';
import { backwards, beforeIt } from './incident-bar.js';
import type { ReductionInput } from './incident.api.js';
import type { Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { incidentRefusal } from './refusal.js';
import { mayDecide } from './visible-incident.js';

/** 核减: why this very text tells less than the chain before it. Bound to the digest, so an edit asks for it anew. */
export class StateReduction {
  constructor(private readonly desk: IncidentDesk) {}

  /** Pure. */
  reasons(incident: Incident, actor: Actor): readonly Reason[] {
    return incident.state === 'closed' ? [incidentRefusal.closed] : mayDecide(incident, actor);
  }

  perform(id: string, { releaseId, digest, reason }: ReductionInput, actor: Actor): Promise<void> {
    return this.desk.change(id, actor, async (queries, incident) => {
      const { releases, chain, reader, clock } = this.desk.parts;
      refuseIfAny(this.reasons(incident, actor));
      const release = await releases.find(queries, releaseId);
      if (release === null || release.matter !== incident.matterId)
        throw new Problem('refused', [incidentRefusal.notOnIncident]);
      const version = await releases.version(queries, releaseId, release.version);
      if (version?.digest !== digest) throw new Problem('refused', [incidentRefusal.digestChanged]);
      const before = beforeIt(await chain.of(queries, id), releaseId);
      const read = reader.read({ organ: '', title: version.title, body: version.plain, at: clock.now() });
      if (backwards(before, read).length === 0) refuseIfAny([incidentRefusal.nothingReduced]);
      await chain.addReduction(queries, {
        ...{ incidentId: id, releaseId, digest, reason },
        statedBy: actor.personId,
      });
      return { incident, action: 'incident.stateReduction', detail: { releaseId, digest, reason } };
    });
  }
}
