import { actingRoles, reachAs, visibilityOf, type Actor } from '@koujing/access';
import type { Database } from '@koujing/database';
import { Problem, type FindingId } from '@koujing/kernel';
import { visibleRelease, type Release, type ReleaseStore } from '@koujing/release';
import type {
  CheckResult,
  DutyList,
  DutyQuery,
  FindingList,
  FindingQuery,
  FindingView,
} from './conflict.api.js';
import { dutyList } from './duty-list.sql.js';
import type { FindingBoard } from './finding-board.sql.js';
import type { FindingStore } from './finding-store.sql.js';
import type { Gate } from './gate.js';
import { reasonsToCoordinate, reasonsToRule } from './ruling-reasons.js';
import { conflictRefusal } from './ruling-refusal.js';

/** What the conflict pages read. */
export class ShowFindings {
  constructor(
    private readonly parts: {
      readonly database: Database;
      readonly board: FindingBoard;
      readonly findings: FindingStore;
      readonly releases: ReleaseStore;
      readonly gate: Gate;
    },
  ) {}

  page(query: FindingQuery, actor: Actor): Promise<FindingList> {
    return this.parts.board.page(this.parts.database.queries, visibilityOf(actor), query);
  }

  duties(query: DutyQuery, actor: Actor): Promise<DutyList> {
    const carriedOut = reachAs(actor, actingRoles);
    return dutyList(this.parts.database.queries, visibilityOf(actor), { ...query, carriedOut });
  }

  async one(id: FindingId, actor: Actor): Promise<FindingView> {
    const { board, findings, releases } = this.parts;
    const { queries } = this.parts.database;
    const finding = await findings.find(queries, id);
    const [seen] = finding === null ? [] : await board.seen(queries, [id], visibilityOf(actor));
    if (finding === null || seen === undefined) throw new Problem('notFound', [conflictRefusal.notFound]);
    const named: Release[] = [];
    for (const releaseId of finding.releases) {
      const release = await releases.find(queries, releaseId);
      if (release !== null) named.push(release);
    }
    const actions = {
      rule: { reasons: [...reasonsToRule(finding, named, actor)] },
      coordinate: { reasons: [...reasonsToCoordinate(finding, named, actor)] },
    };
    return { ...(await board.full(queries, finding)), actions };
  }

  /** The detector's advice on the current version, kept as findings. */
  async check(releaseId: string, actor: Actor): Promise<CheckResult> {
    const { database, releases, gate, board } = this.parts;
    return database.transaction(async (queries) => {
      const release = await visibleRelease(releases, queries, actor, releaseId);
      // What is out was decided by the gate: its findings stand as they were ruled on.
      if (release.state === 'released') {
        const findings = await board.ofRelease(queries, releaseId, visibilityOf(actor));
        return { findings, checkedAgainst: 0 };
      }
      const { findings, checkedAgainst } = await gate.advise(queries, releaseId);
      const ids = findings.map(({ id }) => id);
      return { findings: await board.summaries(queries, ids, visibilityOf(actor)), checkedAgainst };
    });
  }
}
