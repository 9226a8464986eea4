import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type Reason } from '@koujing/kernel';
import type { ConferenceInput } from './conference.api.js';
import type { Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import { mayPrepare } from './may-act.js';
import { planOfInput, type Planned } from './plan-of-input.js';

/** A conference is planned; the clock of its application begins to run (Art.31(1)). */
export class PlanConference {
  constructor(private readonly parts: ConferenceParts) {}

  async reasons(queries: Queries, input: ConferenceInput, actor: Actor): Promise<readonly Reason[]> {
    return this.against(await planOfInput(this.parts, queries, { input, actor, kept: null }), input, actor);
  }

  /** @returns the id of the new conference */
  perform(input: ConferenceInput, actor: Actor): Promise<string> {
    const { database, conferences, clocks, audit } = this.parts;
    return database.transaction(async (queries) => {
      const planned = await planOfInput(this.parts, queries, { input, actor, kept: null });
      refuseIfAny(this.against(planned, input, actor));
      if (!('plan' in planned)) throw new Error('a plan without a reason against it');
      const conference = this.conferenceOf(planned.plan, actor);
      await conferences.insert(queries, conference);
      await clocks.planned(queries, conference, actor);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'conference.plan',
        subjectKind: 'conference',
        subjectId: conference.id,
        detail: { ...input },
      });
      return conference.id;
    });
  }

  private against(planned: Planned, { organId }: ConferenceInput, actor: Actor): readonly Reason[] {
    return 'reasons' in planned ? planned.reasons : mayPrepare(actor, organId);
  }

  private conferenceOf(plan: Extract<Planned, { plan: unknown }>['plan'], { personId }: Actor): Conference {
    const now = this.parts.clock.now();
    return {
      ...plan,
      id: newId(),
      state: 'draft',
      registration: 1,
      revision: 1,
      number: null,
      appliedAt: null,
      approvedAt: null,
      heldAt: null,
      filing: null,
      keptChain: null,
      signedMaterials: {},
      holding: null,
      brief: null,
      stateReason: null,
      createdBy: personId,
      createdAt: now,
      updatedAt: now,
    };
  }
}
