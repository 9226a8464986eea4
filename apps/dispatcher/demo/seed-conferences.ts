import type { Actor } from '@koujing/access';
import type { Conference } from '@koujing/conference';
import { civilTime } from '@koujing/kernel';
import { conferenceInputSchema } from '../../../libs/conference/conference.api.js';
import type { Server } from '../server.js';
import type { DemoCity, DemoConference } from './demo-city.js';
import { demoInstant } from './demo-date.js';
import { plannedBefore } from './seeding.js';

/** Who of an organ holds a role. */
export type ActorOf = (organ: string, role: string) => Promise<Actor>;

/** The demo's press conferences; a start that was interrupted goes on from what it left. */
export const seedConferences = async (
  server: Server,
  city: DemoCity,
  of: { readonly now: Date; readonly actorOf: ActorOf },
): Promise<void> => {
  const coordinator = await of.actorOf('office', 'coordinator');
  for (const planned of city.conferences) {
    const drafter = await of.actorOf(planned.organ, 'drafter');
    const id = await plannedOnce(server, planned, { now: of.now, drafter });
    const { state, digest } = await server.conference.show.one(id, drafter);
    if (state === 'draft') await server.conference.apply.perform(id, digest, drafter);
    if (planned.state === 'applied' || state === 'approved') continue;
    if (state !== 'signing')
      await server.conference.answer.perform(id, { digest, decision: 'agreed', note: '同意。' }, coordinator);
    const signature = { digest, step: 'principalLeader', note: '', signer: null };
    await server.conference.sign.perform(id, signature, await of.actorOf(planned.organ, 'principalLeader'));
  }
  for (const organ of city.routineDuty)
    await server.conference.setRoutineDuty.perform(organ, true, coordinator);
  await server.conference.routine.tick();
};

const plannedOnce = async (
  server: Server,
  planned: DemoConference,
  { now, drafter }: { readonly now: Date; readonly drafter: Actor },
): Promise<Conference['id']> => {
  const known = await plannedBefore(server.cases.database, planned.organ, planned.theme);
  if (known !== null) return known;
  const { organ, joint, speakers, kind, theme, content, justification } = planned;
  const { totalMinutes, leadMinutes, rostrumPersons, limitReasons } = planned;
  const input = conferenceInputSchema.parse({
    ...{ kind, theme, content, justification, totalMinutes, leadMinutes, rostrumPersons, limitReasons },
    organId: organ,
    jointOrganIds: joint,
    startsAt: civilTime(demoInstant(now, planned.startsAt)),
    speakers: speakers.map((speaker) => ({ ...speaker, organId: organ })),
    questionSession: true,
  });
  return server.conference.plan.perform(input, drafter);
};
