import { refuseIfAny, type Actor } from '@koujing/access';
import { civilTime, type Reason } from '@koujing/kernel';
import type { BriefInput } from './conference.api.js';
import type { Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import { mayPrepare } from './may-act.js';
import { conferenceRefusal } from './refusal.js';
import { tellOffice } from './tell.js';
import { heldConference } from './visible-conference.js';

/** 简报 (Art.35): what was reported, how it was received; sent to the office for its archive. */
export class EvaluateConference {
  constructor(private readonly parts: ConferenceParts) {}

  /** Pure. */
  reasons(conference: Conference, actor: Actor): readonly Reason[] {
    if (conference.state !== 'held') return [conferenceRefusal.wrongState(conference.state)];
    return mayPrepare(actor, conference.organId);
  }

  async perform(id: string, input: BriefInput, actor: Actor): Promise<void> {
    const { database, conferences, clocks, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const conference = await heldConference(conferences, queries, actor, id);
      refuseIfAny(this.reasons(conference, actor));
      const at = clock.now();
      const brief = { ...input, sentAt: civilTime(at), sentBy: actor.personId };
      await conferences.write(queries, { ...conference, state: 'evaluated', brief, updatedAt: at });
      await clocks.evaluated(queries, conference, actor);
      await tellOffice(this.parts, queries, {
        conference,
        subject: `【发布会简报】${conference.theme}`,
        sentence: `《${conference.theme}》新闻发布会的效果评估简报已报送，收集报道 ${input.coverage.length} 条（第三十五条）。`,
      });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'conference.evaluate',
        subjectKind: 'conference',
        subjectId: id,
        detail: { ...input },
      });
    });
  }
}
