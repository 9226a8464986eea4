import { refuseIfAny, type Actor } from '@koujing/access';
import type { Reason } from '@koujing/kernel';
import type { AnswerInput } from './conference.api.js';
import type { Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import { conferenceRefusal } from './refusal.js';
import { sendBack } from './return-conference.js';
import { sign, signingReasons } from './sign-conference.js';
import { chainStanding, type ChainStanding } from './sign-off-conference.js';
import { heldConference } from './visible-conference.js';

/** The office guides and agrees, or returns with a reason; either way it has answered (Art.31(1)). */
export class AnswerApplication {
  constructor(private readonly parts: ConferenceParts) {}

  /** Pure. */
  reasons(conference: Conference, standing: ChainStanding, actor: Actor): readonly Reason[] {
    const step = officeStep(standing);
    if (step === null) return [conferenceRefusal.noAnswerNeeded];
    return signingReasons(conference, standing, { step, actor, answering: true });
  }

  async perform(id: string, { digest, decision, note }: AnswerInput, actor: Actor): Promise<void> {
    const { database, conferences, clocks } = this.parts;
    await database.transaction(async (queries) => {
      const conference = await heldConference(conferences, queries, actor, id);
      const standing = await chainStanding(this.parts, queries, conference);
      if (digest !== standing.digest) refuseIfAny([conferenceRefusal.digestChanged]);
      refuseIfAny(this.reasons(conference, standing, actor));
      await clocks.answered(queries, conference, actor);
      const step = officeStep(standing) ?? '';
      if (decision === 'agreed')
        await sign(this.parts, queries, {
          ...{ conference, standing, actor },
          input: { step, digest, note, signer: null },
        });
      else await sendBack(this.parts, queries, { conference, reason: note, actor });
    });
  }
}

const officeStep = ({ groups }: ChainStanding): string | null =>
  groups.flat().find(({ by }) => by === 'office')?.step ?? null;
