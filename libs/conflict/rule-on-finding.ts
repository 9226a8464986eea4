import { refuseIfAny, type Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import { newId, type FindingId } from '@koujing/kernel';
import { basisOf } from './basis.js';
import { CarryOutRuling, type CarryOutParts } from './carry-out-ruling.js';
import { closedBecause } from './closed-because.js';
import type { RulingInput } from './conflict.api.js';
import { heldFinding, type HeldFinding } from './held-finding.js';
import type { ReleaseTextStore } from './release-text-store.sql.js';
import { reasonsToCoordinate, reasonsToRule, rulingReasons } from './ruling-reasons.js';
import { rulingNames } from './ruling-refusal.js';
import type { Ruling } from './stored-finding.js';

export interface RulingParts extends CarryOutParts {
  readonly texts: ReleaseTextStore;
}

/** A coordinator's ruling: kept with the facts it was made on, carried out, and told to the drafters. */
export class RuleOnFinding {
  readonly reasons = reasonsToRule;
  private readonly carryOut: CarryOutRuling;

  constructor(private readonly parts: RulingParts) {
    this.carryOut = new CarryOutRuling(parts);
  }

  perform(findingId: FindingId, input: RulingInput, actor: Actor): Promise<void> {
    return this.parts.database.transaction((queries) => this.within(queries, findingId, input, actor));
  }

  /** The same inside another action's transaction. */
  async within(queries: Queries, findingId: FindingId, input: RulingInput, actor: Actor): Promise<void> {
    const held = await heldFinding(this.parts, queries, findingId);
    refuseIfAny(this.reasons(held.finding, held.releases, actor));
    refuseIfAny(rulingReasons(input, held.finding, held.releases));
    const ruling = await this.store(queries, held, input, actor);
    await this.carryOut.perform(queries, held, ruling, actor);
    await this.tellDrafters(queries, held, input);
  }

  private async store(
    queries: Queries,
    { finding }: HeldFinding,
    input: RulingInput,
    actor: Actor,
  ): Promise<Ruling> {
    const { findings, texts, duties, audit, clock } = this.parts;
    const at = clock.now();
    const ruling: Ruling = {
      id: newId(),
      findingId: finding.id,
      ruling: input.ruling,
      leadOrganId: input.leadOrganId ?? null,
      reason: input.reason,
      factsDigest: finding.factsDigest,
      ruledBy: actor.personId,
      ruledAt: at,
      basis: basisOf(finding, await texts.named(queries, finding.releases)),
      confidence: finding.confidence,
      attributes: [...new Set(finding.facts.map(({ attribute }) => attribute))],
      targetId: input.ruling === 'withdraw' ? (input.releaseId ?? finding.raisedBy) : null,
      follows: null,
    };
    await findings.insertRuling(queries, ruling);
    await findings.setState(queries, finding.id, { state: 'ruled', at });
    await duties.endOf(queries, finding.id, { at, because: closedBecause.ruledAnew });
    await audit.record(queries, {
      actor: actor.personId,
      action: 'finding.rule',
      subjectKind: 'finding',
      subjectId: finding.id,
      digest: finding.factsDigest,
      detail: { ...input },
    });
    return ruling;
  }

  private async tellDrafters(
    queries: Queries,
    { finding, releases }: HeldFinding,
    input: RulingInput,
  ): Promise<void> {
    const text = `统筹员裁定“${rulingNames[input.ruling]}”。理由：${input.reason}`;
    await this.parts.notifier.notify(queries, {
      personIds: releases
        .filter(({ importedFrom }) => importedFrom === null)
        .map(({ draftedBy }) => draftedBy),
      kind: 'ruling',
      subject: `【裁定】${releases.map(({ title }) => `《${title}》`).join('、')}`,
      html: `<p>${text.replace(/[<>&]/gu, ' ')}</p>`,
      text,
      link: `/conflicts/${finding.id}`,
    });
  }
}

/** 召集协调: a state, not a ruling; the gate stays as it was. */
export class CoordinateFinding {
  readonly reasons = reasonsToCoordinate;

  constructor(private readonly parts: RulingParts) {}

  perform(findingId: FindingId, note: string, actor: Actor): Promise<void> {
    const { database, findings, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const { finding, releases } = await heldFinding(this.parts, queries, findingId);
      refuseIfAny(this.reasons(finding, releases, actor));
      await findings.setState(queries, findingId, { state: 'coordinating', at: clock.now() });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'finding.coordinate',
        subjectKind: 'finding',
        subjectId: findingId,
        detail: { note },
      });
    });
  }
}
