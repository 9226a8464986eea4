import { refuseIfAny, servesAs, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { heldRelease, isOut, type Release } from '@koujing/release';
import type { FulfilDirectiveInput } from './directive.api.js';
import { isOpen, type Directive } from './directive.js';
import type { DirectiveParts } from './directive-parts.js';
import { directiveRefusal } from './refusal.js';
import { visibleDirective } from './visible-directive.js';

/** 办结: by what was ordered, a release that is out or a report. A report never stands in for a release. */
export class FulfilDirective {
  constructor(private readonly parts: DirectiveParts) {}

  /** Pure: what bars this person from answering it at all. */
  reasons(directive: Directive, actor: Actor): readonly Reason[] {
    if (!isOpen(directive)) return [directiveRefusal.ended];
    const { toOrganId, demand } = directive;
    if (demand === 'report')
      return servesAs(actor, ['approver', 'spokesperson'], toOrganId)
        ? []
        : [directiveRefusal.reportNeedsSpeaker];
    return servesAs(actor, ['approver', 'spokesperson', 'drafter'], toOrganId)
      ? []
      : [directiveRefusal.notOfTheOrgan];
  }

  async perform(id: string, input: FulfilDirectiveInput, actor: Actor): Promise<void> {
    const { database, directives, releases } = this.parts;
    await database.transaction(async (queries) => {
      // The release is held before the directive, as publishing does: held the other way round they could wait for each other.
      const held = 'releaseId' in input ? await heldRelease(releases, queries, actor, input.releaseId) : null;
      const directive = visibleDirective(await directives.lock(queries, id), actor);
      refuseIfAny(this.reasons(directive, actor));
      const release = held?.release ?? null;
      const report = 'report' in input ? input.report : '';
      refuseIfAny(answerReasons(directive, release));
      if (release !== null) await this.#link(queries, directive, release);
      await this.#end(queries, { ...directive, releaseId: release?.id ?? null, report }, actor.personId);
    });
  }

  /** A release on its matter went out: that is the answer, whether or not anybody says so. */
  async released(queries: Queries, release: Release, actor: string): Promise<void> {
    if (release.matter === null) return;
    const organIds = [release.organId, ...release.jointOrganIds];
    for (const directive of await this.parts.directives.openOn(queries, release.matter, organIds))
      await this.#end(queries, { ...directive, releaseId: release.id }, actor);
  }

  /** What answers it is on its matter, whether or not its drafter had said so. */
  async #link(queries: Queries, { matterId }: Directive, { id, state, matter }: Release): Promise<void> {
    const { releases, clock } = this.parts;
    if (matter === null && matterId !== null)
      await releases.write(queries, id, { state, matter: matterId, at: clock.now() });
  }

  async #end(queries: Queries, directive: Directive, by: string): Promise<void> {
    const { directives, clocks, audit, clock } = this.parts;
    const at = clock.now();
    await directives.write(queries, {
      ...directive,
      ...{ state: 'fulfilled', fulfilledBy: by, fulfilledAt: at, updatedAt: at },
    });
    await clocks.fulfilled(queries, directive.id, by);
    await audit.record(queries, {
      actor: by,
      action: 'directive.fulfil',
      subjectKind: 'directive',
      subjectId: directive.id,
      detail: { releaseId: directive.releaseId, report: directive.report, late: at > directive.dueAt },
    });
  }
}

/** Pure: only what was ordered fulfils it. */
const answerReasons = (directive: Directive, release: Release | null): readonly Reason[] => {
  if (directive.demand === 'report') return release === null ? [] : [directiveRefusal.demandsReport];
  return release === null ? [directiveRefusal.demandsRelease] : linkReasons(directive, release);
};

/** Pure: a release of the ordered organ, out since the order, and on no other matter. */
const linkReasons = (directive: Directive, release: Release): readonly Reason[] => {
  const ours = [release.organId, ...release.jointOrganIds].includes(directive.toOrganId);
  const since = release.releasedAt !== null && release.releasedAt >= directive.issuedAt;
  const elsewhere = release.matter !== null && release.matter !== directive.matterId;
  return [
    ...(ours ? [] : [directiveRefusal.releaseNotOurs]),
    ...(isOut(release) && since ? [] : [directiveRefusal.releaseNotOut]),
    ...(elsewhere ? [directiveRefusal.releaseElsewhere] : []),
  ];
};
