import type { Actor, PersonStore } from '@koujing/access';
import type { AuditTrail } from '@koujing/audit';
import type { Database, Queries } from '@koujing/database';
import { newId, type Clock } from '@koujing/kernel';
import type { MatterStore } from '@koujing/matter';
import type { Notifier } from '@koujing/notify';
import type { OrganStore } from '@koujing/organ';
import {
  draftOf,
  isOut,
  type Release,
  type ReleaseStore,
  type ReviseRelease,
  type WithdrawRelease,
} from '@koujing/release';
import type { DutyKind } from './correction-duty.js';
import type { DutyStore } from './correction-duty-store.sql.js';
import { demandOf } from './demand.js';
import type { FindingStore } from './finding-store.sql.js';
import type { HeldFinding } from './held-finding.js';
import type { Ruling, StoredFinding } from './stored-finding.js';

export interface CarryOutParts {
  readonly database: Database;
  readonly findings: FindingStore;
  readonly releases: ReleaseStore;
  readonly matters: MatterStore;
  readonly duties: DutyStore;
  readonly organs: OrganStore;
  readonly revise: ReviseRelease;
  readonly withdraw: WithdrawRelease;
  readonly people: PersonStore;
  readonly notifier: Notifier;
  readonly audit: AuditTrail;
  readonly clock: Clock;
}

/** A text that the ruling asks something of. */
interface Owed {
  readonly release: Release;
  readonly kind: DutyKind;
}

/**
 * What a ruling does beyond being written down. A text that never went out is changed or taken back here, or kept in
 * by the gate; a text that is out puts a duty on its organ, because what the public has is corrected over its
 * channels, by persons.
 */
export class CarryOutRuling {
  constructor(private readonly parts: CarryOutParts) {}

  async perform(queries: Queries, held: HeldFinding, ruling: Ruling, actor: Actor): Promise<void> {
    if (ruling.ruling === 'joint') await this.makeJoint(queries, held, ruling, actor);
    // A draft that has become the joint release has settled it: nothing is left to ask of the others.
    if ((await this.parts.findings.find(queries, held.finding.id))?.state === 'closed') return;
    for (const owed of owedBy(held, ruling))
      if (isOut(owed.release)) await this.impose(queries, held, ruling, owed);
      else if (owed.kind === 'withdraw') await this.takeBack(queries, owed.release, ruling, actor);
  }

  private async takeBack(queries: Queries, release: Release, ruling: Ruling, actor: Actor): Promise<void> {
    const { withdraw, releases } = this.parts;
    const version = await releases.version(queries, release.id, release.version);
    if (version === null || withdraw.reasons(release, actor).length > 0) return;
    await withdraw.within(queries, { release, version }, `裁定撤回：${ruling.reason}`, actor);
  }

  /** The lead's text names the others as co-organs, who then must confirm it; the matter gets its lead organ. */
  private async makeJoint(
    queries: Queries,
    { releases: named }: HeldFinding,
    { leadOrganId }: Ruling,
    actor: Actor,
  ): Promise<void> {
    const { releases, revise, matters, clock } = this.parts;
    for (const matterId of new Set(named.flatMap(({ matter }) => matter ?? []))) {
      const matter = await matters.find(queries, matterId);
      if (matter !== null) await matters.write(queries, { ...matter, leadOrganId, updatedAt: clock.now() });
    }
    const release = named.find((each) => each.organId === leadOrganId && !isOut(each));
    const version =
      release === undefined ? null : await releases.version(queries, release.id, release.version);
    if (release === undefined || version === null || release.state === 'withdrawn') return;
    const jointOrganIds = [
      ...new Set([...release.jointOrganIds, ...named.map(({ organId }) => organId)]),
    ].filter((id) => id !== release.organId);
    const draft = { ...draftOf(release, version), jointOrganIds };
    await revise.within(queries, { release, version }, draft, actor);
  }

  private async impose(
    queries: Queries,
    { finding, releases }: HeldFinding,
    ruling: Ruling,
    { release, kind }: Owed,
  ): Promise<void> {
    const { duties, organs, audit, clock } = this.parts;
    const names = new Map((await organs.all(queries)).map(({ id, name }) => [id, name]));
    const demand = demandOf({
      finding,
      releases,
      ruling,
      release,
      kind,
      organName: (id) => names.get(id) ?? id,
    });
    await duties.impose(queries, {
      id: newId(),
      findingId: finding.id,
      rulingId: ruling.id,
      releaseId: release.id,
      organId: release.organId,
      kind,
      demand: demand.zh,
      demandEn: demand.en,
      imposedAt: clock.now(),
      endedAt: null,
      outcome: null,
      outcomeEn: '',
    });
    await audit.record(queries, {
      actor: ruling.ruledBy,
      action: 'release.correctionDuty',
      subjectKind: 'release',
      subjectId: release.id,
      detail: { kind, finding: finding.id, demand: demand.zh },
    });
    await this.tell(queries, finding, release, demand.zh);
  }

  /** Who wrote it and who answers for it (Art.14): both must know, because correcting needs both. */
  private async tell(
    queries: Queries,
    finding: StoredFinding,
    release: Release,
    demand: string,
  ): Promise<void> {
    const { people, notifier } = this.parts;
    const approvers = await people.withRole(queries, 'approver', release.organId);
    const drafter = release.importedFrom === null ? [release.draftedBy] : [];
    await notifier.notify(queries, {
      personIds: [...drafter, ...approvers.map(({ id }) => id)],
      kind: 'correctionDuty',
      key: `${finding.id}:${release.id}:${demand}`,
      subject: `【须更正】${release.title}`,
      html: `<p>${demand.replace(/[<>&]/gu, ' ')}</p>`,
      text: demand,
      link: `/releases/${release.id}`,
    });
  }
}

/** Which texts the ruling goes against. The gate keeps in what it prefers another text to. */
const owedBy = ({ finding, releases }: HeldFinding, ruling: Ruling): readonly Owed[] => {
  const [a, b] = releases;
  switch (ruling.ruling) {
    case 'preferA':
      return b === undefined ? [] : [{ release: b, kind: 'correct' }];
    case 'preferB':
      return a === undefined ? [] : [{ release: a, kind: 'correct' }];
    case 'withdraw':
      return releases
        .filter(({ id }) => id === (ruling.targetId ?? finding.raisedBy))
        .map((release) => ({ release, kind: 'withdraw' }));
    case 'joint':
      return releases.map((release) => ({ release, kind: 'joint' }));
    case 'letStand':
    case 'notAConflict':
      return [];
  }
};
