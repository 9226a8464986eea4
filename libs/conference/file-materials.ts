import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { civilTime, type Reason } from '@koujing/kernel';
import type { FilingInput } from './conference.api.js';
import type { Conference } from './conference.js';
import type { ConferenceParts } from './conference-parts.js';
import { leadTimeOf, reckonedBy, type LeadTime } from './lead-time.js';
import { needsLook } from './look-through-material.js';
import { mayPrepare } from './may-act.js';
import { conferenceRefusal } from './refusal.js';
import type { SignMaterial } from './sign-material.js';
import { heldConference } from './visible-conference.js';

/** 报备 (Art.31(2)–(3), 34): all five, signed as content and looked through, and how many copies are printed. Late is better than never, and stays late. */
export class FileMaterials {
  constructor(
    private readonly parts: ConferenceParts,
    private readonly signing: SignMaterial,
  ) {}

  async reasons(queries: Queries, conference: Conference, actor: Actor): Promise<readonly Reason[]> {
    if (conference.state !== 'approved') return [conferenceRefusal.wrongState(conference.state)];
    const held = await this.parts.materials.current(queries, conference.id);
    const missing = this.parts.settings.materials.required.filter(
      (kind) => !held.some((material) => material.kind === kind),
    );
    const unsigned = held.filter((each) => this.signing.isDue(conference, each)).map(({ kind }) => kind);
    const unseen = held.filter(needsLook).map(({ kind }) => kind);
    return [
      ...mayPrepare(actor, conference.organId),
      ...(missing.length > 0 ? [conferenceRefusal.materialsMissing(missing)] : []),
      ...(unsigned.length > 0 ? [conferenceRefusal.materialsUnsigned(unsigned)] : []),
      ...(unseen.length > 0 ? [conferenceRefusal.materialsNotLookedThrough(unseen)] : []),
    ];
  }

  async perform(id: string, { headcount, reason }: FilingInput, actor: Actor): Promise<void> {
    const { database, conferences, clocks, audit, clock } = this.parts;
    await database.transaction(async (queries) => {
      const conference = await heldConference(conferences, queries, actor, id);
      refuseIfAny(await this.reasons(queries, conference, actor));
      const [late] = await this.late(queries, conference);
      if (late !== undefined && reason === '') refuseIfAny([conferenceRefusal.filingLate(late)]);
      const at = clock.now();
      const filing = { at: civilTime(at), by: actor.personId, headcount, reason };
      await conferences.write(queries, { ...conference, state: 'filed', filing, updatedAt: at });
      await clocks.filed(queries, conference, actor);
      await audit.record(queries, {
        actor: actor.personId,
        action: 'conference.file',
        subjectKind: 'conference',
        subjectId: id,
        detail: { headcount, reason, late: late?.rule },
      });
    });
  }

  /** Which limits have passed, those of which an emergency is free left out. */
  private async late(queries: Queries, conference: Conference): Promise<readonly LeadTime[]> {
    const { settings, clock } = this.parts;
    const reckoned = await reckonedBy(this.parts.reckoning, queries);
    return settings.kinds[conference.kind].materials.flatMap((rule) => {
      const lead = leadTimeOf(reckoned, rule, conference);
      return lead === null || lead.exempt !== null || lead.dueAt > clock.now() ? [] : [lead];
    });
  }
}
