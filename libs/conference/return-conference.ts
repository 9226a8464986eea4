import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { currentSteps } from './chain.js';
import type { Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import { conferenceRefusal } from './refusal.js';
import { signingReasons } from './sign-conference.js';
import { chainStanding, type ChainStanding } from './sign-off-conference.js';
import { tellPlanner } from './tell.js';
import { heldConference } from './visible-conference.js';
import { voidApproval } from './void-approval.js';

/** Whoever may sign now may send it back instead; everything signed so far is void. */
export class ReturnConference {
  constructor(private readonly parts: ConferenceParts) {}

  /** Pure. */
  reasons(conference: Conference, standing: ChainStanding, actor: Actor): readonly Reason[] {
    const current = currentSteps(standing.groups, standing.signed);
    const each = current.map(({ step }) =>
      signingReasons(conference, standing, { step, actor, answering: true }),
    );
    if (each.some((reasons) => reasons.length === 0)) return [];
    return each[0] ?? [conferenceRefusal.wrongState(conference.state)];
  }

  async perform(id: string, reason: string, actor: Actor): Promise<void> {
    const { database, conferences, clocks } = this.parts;
    await database.transaction(async (queries) => {
      const conference = await heldConference(conferences, queries, actor, id);
      const standing = await chainStanding(this.parts, queries, conference);
      refuseIfAny(this.reasons(conference, standing, actor));
      const offices = currentSteps(standing.groups, standing.signed).some(({ by }) => by === 'office');
      // The office that returns has answered: its duty of Art.31(1) is done.
      if (offices) await clocks.answered(queries, conference, actor);
      await sendBack(this.parts, queries, { conference, reason, actor });
    });
  }
}

/** Back to who planned it, who is told why. */
export const sendBack = async (
  parts: ConferenceParts,
  queries: Queries,
  { conference, reason, actor }: { conference: Conference; reason: string; actor: Actor },
): Promise<void> => {
  const back = await voidApproval(parts, queries, conference, { reason, changes: [], actor });
  const at = parts.clock.now();
  const returned = { ...back, state: 'returned' as const, stateReason: reason, updatedAt: at };
  const written = await parts.conferences.write(queries, returned);
  await parts.clocks.planned(queries, written, actor);
  await parts.audit.record(queries, {
    actor: actor.personId,
    action: 'conference.return',
    subjectKind: 'conference',
    subjectId: conference.id,
    detail: { reason },
  });
  await tellPlanner(parts, queries, {
    conference: written,
    subject: `【发布会退回】${conference.theme}`,
    sentence: `《${conference.theme}》新闻发布会已退回：${reason}`,
  });
};
