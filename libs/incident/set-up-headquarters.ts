import { refuseIfAny, type Actor, type Role } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type OrganId, type Reason } from '@koujing/kernel';
import type { Organ } from '@koujing/organ';
import type { SetUpHeadquartersInput } from './incident.api.js';
import type { Incident } from './incident.js';
import type { IncidentDesk } from './incident-desk.js';
import { incidentRefusal } from './refusal.js';
import { mayDecide } from './visible-incident.js';

/** Who takes a release from draft to the public. */
export const staffRoles: readonly Role[] = [
  'drafter',
  'coSigner',
  'confidentialityReviewer',
  'reviewer',
  'approver',
  'principalLeader',
  'spokesperson',
];

/**
 * A field headquarters (现场指挥部) becomes an organ of its own; from that instant it alone releases (Art.22). The people
 * of the handling department work for it (our reading); an administrator may grant others. One that was dissolved too early
 * is set up again under its name.
 */
export class SetUpHeadquarters {
  constructor(private readonly desk: IncidentDesk) {}

  /** Pure. */
  reasons(incident: Incident, actor: Actor): readonly Reason[] {
    if (incident.state === 'closed') return [incidentRefusal.closed];
    return [
      ...mayDecide(incident, actor),
      ...(incident.headquartersOrganId === null ? [] : [incidentRefusal.headquartersStands]),
    ];
  }

  perform(id: string, input: SetUpHeadquartersInput, actor: Actor): Promise<void> {
    return this.desk.change(id, actor, async (queries, incident) => {
      const { incidents, organs, clock } = this.desk.parts;
      refuseIfAny(this.reasons(incident, actor));
      const setUpAt = input.setUpAt === undefined ? clock.now() : new Date(input.setUpAt);
      if (setUpAt.getTime() > clock.now().getTime()) refuseIfAny([incidentRefusal.inFuture('setUpAt')]);
      const known = await organs.byName(queries, input.name);
      const former = await incidents.headquarters(queries, id);
      if (known !== null && !former.some(({ organId }) => organId === known.id))
        refuseIfAny([incidentRefusal.nameTaken(input.name)]);
      const organ = known ?? (await this.#organ(queries, input.name, incident));
      if (known === null) await organs.save(queries, organ);
      await this.#staff(queries, organ.id, incident.handlingOrganId);
      await incidents.addHeadquarters(queries, {
        ...{ id: newId(), incidentId: id, organId: organ.id, setUpAt, setUpBy: actor.personId },
        ...{ basis: input.basis, dissolvedAt: null, dissolvedBy: null, dissolvedReason: null },
      });
      return {
        incident: { ...incident, headquartersOrganId: organ.id },
        action: 'incident.setUpHeadquarters',
        detail: { organId: organ.id, name: input.name, basis: input.basis, setUpAt },
      };
    });
  }

  async #organ(queries: Queries, name: string, incident: Incident): Promise<Organ> {
    const handling = await this.desk.parts.organs.find(queries, incident.handlingOrganId);
    return {
      ...{ id: newId(), name, shortName: name, aliases: [] },
      ...{ kind: 'fieldHeadquarters', level: 'city', area: '' },
      parentId: await this.desk.cityGovernment(queries, incident),
      remit: handling?.remit ?? [],
      releaseUnit: '新闻发布组',
      isOffice: false,
    };
  }

  async #staff(queries: Queries, headquarters: OrganId, from: OrganId): Promise<void> {
    const { people } = this.desk.parts;
    for (const role of staffRoles)
      for (const person of await people.withRole(queries, role, from))
        await people.grant(queries, { personId: person.id, organId: headquarters, role });
  }
}
