import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { incidentReasons } from './behind-emergency.js';
import { isPlanned, type Conference } from './conference.js';
import { chainOf } from './chain.js';
import type { ConferenceParts } from './conference-parts.js';
import { digestOfFacts } from './facts.js';
import { appliesFor, leadTimeOf, reckonedBy, type LeadTime } from './lead-time.js';
import { justificationReasons, limitReasons } from './limits.js';
import { mayPrepare } from './may-act.js';
import { conferenceRefusal } from './refusal.js';
import { advance, chainStanding } from './sign-off-conference.js';
import { heldConference } from './visible-conference.js';

/**
 * 报送审批表 (Art.31(1), (4)): hands the plan to those who sign. What comes too late is refused, unless an emergency
 * is exempt; what Art.33 lays down is held against the plan here.
 */
export class ApplyForConference {
  constructor(private readonly parts: ConferenceParts) {}

  async reasons(queries: Queries, conference: Conference, actor: Actor): Promise<readonly Reason[]> {
    if (!isPlanned(conference)) return [conferenceRefusal.wrongState(conference.state)];
    const past = conference.startsAt <= this.parts.clock.now();
    return [
      ...mayPrepare(actor, conference.organId),
      // Its incident may have been closed since it was planned; a closed one hurries nothing (Art.23).
      ...(await incidentReasons(this.parts, queries, { input: conference, actor, kept: null })),
      ...(past ? [conferenceRefusal.startsInThePast] : await this.lateness(queries, conference)),
      ...justificationReasons(this.parts.settings, conference),
      ...limitReasons(this.parts.settings, conference),
    ];
  }

  async perform(id: string, digest: string, actor: Actor): Promise<void> {
    const { database, conferences, clocks, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const conference = await heldConference(conferences, queries, actor, id);
      if (digest !== digestOfFacts(conference)) refuseIfAny([conferenceRefusal.digestChanged]);
      refuseIfAny(await this.reasons(queries, conference, actor));
      const keptChain = chainOf(this.parts.settings, conference);
      const applied = { ...conference, appliedAt: clock.now(), keptChain };
      await clocks.applied(queries, applied, actor);
      const before = await chainStanding(this.parts, queries, applied);
      await advance(this.parts, queries, { conference: applied, before, step: null, actor });
      const lead = await this.leadTime(queries, applied);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'conference.apply',
        subjectKind: 'conference',
        subjectId: id,
        digest,
        detail: { registration: conference.registration, exemption: lead?.exempt },
      });
    });
  }

  private async leadTime(queries: Queries, conference: Conference): Promise<LeadTime | null> {
    const { settings, reckoning } = this.parts;
    if (!appliesFor(settings, conference)) return null;
    const { rule } = settings.kinds[conference.kind].application;
    return leadTimeOf(await reckonedBy(reckoning, queries), rule, conference);
  }

  private async lateness(queries: Queries, conference: Conference): Promise<readonly Reason[]> {
    const lead = await this.leadTime(queries, conference);
    if (lead === null || lead.exempt !== null || lead.dueAt > this.parts.clock.now()) return [];
    if (lead.terms.hardness === 'hard') return [conferenceRefusal.tooLate(lead)];
    const given = (conference.limitReasons[lead.rule] ?? '') !== '';
    return given ? [] : [conferenceRefusal.lateReasonNeeded(lead)];
  }
}
