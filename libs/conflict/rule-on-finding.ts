import { refuseIfAny, type Actor, type PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import { newId, Problem, type Clock, type FindingId } from '@koujing/kernel';
import type { Notifier } from '@koujing/notify';
import {
  draftOf,
  type Release,
  type ReleaseStore,
  type ReviseRelease,
  type WithdrawRelease,
} from '@koujing/release';
import type { RulingInput } from './conflict.api.js';
import type { FindingStore } from './finding-store.sql.js';
import { reasonsToCoordinate, reasonsToRule, rulingReasons } from './ruling-reasons.js';
import { conflictRefusal, rulingNames } from './ruling-refusal.js';
import type { StoredFinding } from './stored-finding.js';

export interface RulingParts {
  readonly database: Database;
  readonly findings: FindingStore;
  readonly releases: ReleaseStore;
  readonly revise: ReviseRelease;
  readonly withdraw: WithdrawRelease;
  readonly people: PersonStore;
  readonly notifier: Notifier;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** A coordinator's ruling: kept with the facts it was made on, carried out on what is not out yet, and told to the drafters. */
export class RuleOnFinding {
  readonly reasons = reasonsToRule;

  constructor(private readonly parts: RulingParts) {}

  perform(findingId: FindingId, input: RulingInput, actor: Actor): Promise<void> {
    const { database, findings, audit, clock } = this.parts;
    return database.transaction(async (queries) => {
      const { finding, releases } = await heldFinding(this.parts, queries, findingId);
      refuseIfAny(this.reasons(finding, releases, actor));
      refuseIfAny(rulingReasons(input, releases));
      const at = clock.now();
      await findings.insertRuling(queries, {
        id: newId(),
        findingId,
        ruling: input.ruling,
        leadOrganId: input.leadOrganId ?? null,
        reason: input.reason,
        factsDigest: finding.factsDigest,
        ruledBy: actor.personId,
        ruledAt: at,
      });
      await findings.setState(queries, findingId, { state: 'ruled', at });
      await audit.record(queries, {
        actor: actor.personId,
        action: 'finding.rule',
        subjectKind: 'finding',
        subjectId: findingId,
        digest: finding.factsDigest,
        detail: { ...input },
      });
      await this.carryOut(
        queries,
        { finding, partnerIds: releases.map(({ organId }) => organId) },
        input,
        actor,
      );
      await this.tellDrafters(queries, { findingId, releases, input });
    });
  }

  /** Only what never went out is changed here; what is out is corrected or withdrawn over its channels, by a person. */
  private async carryOut(
    queries: Queries,
    { finding, partnerIds }: { readonly finding: StoredFinding; readonly partnerIds: readonly string[] },
    input: RulingInput,
    actor: Actor,
  ): Promise<void> {
    const { releases, withdraw, revise } = this.parts;
    const release = finding.raisedBy === null ? null : await releases.lock(queries, finding.raisedBy);
    const version = release === null ? null : await releases.version(queries, release.id, release.version);
    if (release === null || version === null || withdraw.reasons(release, actor).length > 0) return;
    if (input.ruling === 'withdraw') {
      await withdraw.within(queries, { release, version }, `裁定撤回：${input.reason}`, actor);
      return;
    }
    if (input.ruling !== 'joint' || input.leadOrganId !== release.organId) return;
    const jointOrganIds = [...new Set([...release.jointOrganIds, ...partnerIds])].filter(
      (id) => id !== release.organId,
    );
    await revise.within(
      queries,
      { release, version },
      { ...draftOf(release, version), jointOrganIds },
      actor,
    );
  }

  private async tellDrafters(
    queries: Queries,
    told: { readonly findingId: string; readonly releases: readonly Release[]; readonly input: RulingInput },
  ): Promise<void> {
    const { findingId, releases, input } = told;
    const text = `统筹员裁定“${rulingNames[input.ruling]}”。理由：${input.reason}`;
    await this.parts.notifier.notify(queries, {
      personIds: releases
        .filter(({ importedFrom }) => importedFrom === null)
        .map(({ draftedBy }) => draftedBy),
      kind: 'ruling',
      subject: `【裁定】${releases.map(({ title }) => `《${title}》`).join('、')}`,
      html: `<p>${text.replace(/[<>&]/gu, ' ')}</p>`,
      text,
      link: `/conflicts/${findingId}`,
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

const heldFinding = async (
  parts: Pick<RulingParts, 'findings' | 'releases'>,
  queries: Queries,
  id: FindingId,
): Promise<{ readonly finding: StoredFinding; readonly releases: readonly Release[] }> => {
  const finding = await parts.findings.lock(queries, id);
  if (finding === null) throw new Problem('notFound', [conflictRefusal.notFound]);
  const releases: Release[] = [];
  for (const releaseId of finding.releases) {
    const release = await parts.releases.find(queries, releaseId);
    if (release !== null) releases.push(release);
  }
  return { finding, releases };
};
