import { refuseIfAny, visibilityOf, type Actor } from '@koujing/access';
import type { Database, Queries } from '@koujing/database';
import { Problem } from '@koujing/kernel';
import type { MatterStore } from '@koujing/matter';
import type { Release, ReleaseStore } from '@koujing/release';
import type { FindingSummary, RulingInput } from './conflict.api.js';
import type { GroupRulingInput } from './finding-group.api.js';
import type { FindingGroupBoard } from './finding-group-board.sql.js';
import { groupReasons } from './finding-groups.js';
import type { FindingStore } from './finding-store.sql.js';
import type { RuleOnFinding } from './rule-on-finding.js';
import { conflictRefusal } from './ruling-refusal.js';
import type { StoredFinding } from './stored-finding.js';

/** One decision for a whole matter: each finding gets the ruling that it means for it, in one transaction. */
export class RuleOnGroup {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly findings: FindingStore;
      readonly releases: ReleaseStore;
      readonly matters: MatterStore;
      readonly groupBoard: FindingGroupBoard;
      readonly rule: RuleOnFinding;
    },
  ) {}

  perform(groupId: string, input: GroupRulingInput, actor: Actor): Promise<void> {
    const { database, groupBoard } = this.parts;
    return database.transaction(async (queries) => {
      const found = await groupBoard.one(queries, groupId, visibilityOf(actor));
      if (found === null) throw new Problem('notFound', [conflictRefusal.notFound]);
      refuseIfAny(groupReasons(found.stored, actor));
      await this.holdReleases(queries, found.stored);
      const meant = found.stored
        .filter(({ state }) => state === 'open' || state === 'coordinating')
        .flatMap((finding) => meaning(input, finding, organsOf(found.findings, finding.id)));
      if (meant.length === 0) refuseIfAny([conflictRefusal.meansNothing]);
      for (const { finding, ruling } of meant) await this.one(queries, finding, ruling, actor);
    });
  }

  /** All of them before the first finding is written, in the order that all writers keep (`held-finding.ts`). */
  private async holdReleases(queries: Queries, stored: readonly StoredFinding[]): Promise<void> {
    const { releases, matters } = this.parts;
    const held: Release[] = [];
    for (const id of [...new Set(stored.flatMap((finding) => finding.releases))].sort()) {
      const release = await releases.lock(queries, id);
      if (release !== null) held.push(release);
    }
    for (const id of [...new Set(held.flatMap(({ matter }) => matter ?? []))].sort())
      await matters.lock(queries, id);
  }

  /** An earlier one may have settled it: a text that was taken back collides with nothing any more. */
  private async one(
    queries: Queries,
    { id }: StoredFinding,
    ruling: RulingInput,
    actor: Actor,
  ): Promise<void> {
    const now = await this.parts.findings.find(queries, id);
    if (now !== null && now.state !== 'closed') await this.parts.rule.within(queries, id, ruling, actor);
  }
}

interface Meant {
  readonly finding: StoredFinding;
  readonly ruling: RulingInput;
}

/** What the decision says on this finding; nothing where it does not touch it. */
const meaning = (
  input: GroupRulingInput,
  finding: StoredFinding,
  organIds: readonly string[],
): readonly Meant[] => {
  const { reason, releaseId, leadOrganId } = input;
  const named = releaseId === undefined ? -1 : finding.releases.indexOf(releaseId);
  switch (input.ruling) {
    case 'prefer':
      if (finding.kind !== 'inconsistent' || finding.releases.length !== 2 || named < 0) return [];
      return [{ finding, ruling: { ruling: named === 0 ? 'preferA' : 'preferB', reason } }];
    case 'withdraw':
      return releaseId === undefined || named < 0
        ? []
        : [{ finding, ruling: { ruling: 'withdraw', releaseId, reason } }];
    case 'joint':
      if (finding.releases.length < 2 || leadOrganId === undefined || !organIds.includes(leadOrganId))
        return [];
      return [{ finding, ruling: { ruling: 'joint', leadOrganId, reason } }];
    case 'letStand':
    case 'notAConflict':
      return [{ finding, ruling: { ruling: input.ruling, reason } }];
  }
};

const organsOf = (findings: readonly FindingSummary[], id: string): readonly string[] =>
  findings.find((finding) => finding.id === id)?.releases.map(({ organ }) => organ.id) ?? [];
