import type { Queries } from '@koujing/database';
import {
  isOverdue,
  type DeadlineEnd,
  type DeadlineStore,
  type EndDeadline,
  type StartDeadline,
} from '@koujing/deadline';
import type { Clock } from '@koujing/kernel';
import type { Matter, MatterStore } from '@koujing/matter';
import type { Release, ReleaseChange, ReleaseFollower, ReleaseState } from '@koujing/release';

const rule = 'triggeredRelease';

/** Port: when the release was first handed in with a trigger; null if that was never recorded. */
export interface Submissions {
  firstDeclared(queries: Queries, release: Release): Promise<Date | null>;
}

interface Clocks {
  readonly start: StartDeadline;
  readonly end: EndDeadline;
  readonly deadlines: DeadlineStore;
}

/**
 * A release whose drafter declares that it must be published (Art.12) owes it by an hour, matter or no matter: passed, it is a
 * gap (Art.15). A matter with an hour has a clock of its own, which its owner owes and nobody else, and routine information that is
 * approved has that of Art.19; then this one lapses. It starts as the release is handed in and counts from the first time, however often that is repeated; once it has
 * passed, nothing that is declared anew undoes it.
 */
export class TriggerDeadline implements ReleaseFollower {
  constructor(
    private readonly clocks: Clocks,
    private readonly matters: Pick<MatterStore, 'lock'>,
    private readonly submissions: Submissions,
    private readonly clock: Clock,
  ) {}

  async follow(queries: Queries, change: ReleaseChange): Promise<void> {
    const { kind, release, version, actor } = change;
    const by = actor.personId;
    if (kind === 'withdrawn') return this.#lapse(queries, release, { actor: by, reason: '稿件已撤回' });
    if (kind !== 'submitted' && kind !== 'relinked' && kind !== 'approved') return;
    const reason = freedBy(change, await this.#matterOf(queries, release));
    if (reason !== null) {
      const open = await this.clocks.deadlines.openOf(queries, rule, subjectOf(release));
      if (open !== null && !isOverdue(open, this.clock.now()))
        await this.#lapse(queries, release, { actor: by, reason });
      return;
    }
    if (kind === 'approved' || release.state === 'draft' || release.releasedVersion !== null) return;
    await this.clocks.start.perform(queries, {
      ...{ rule, subject: subjectOf(release), organId: release.organId, title: version.title },
      ...{ link: `/releases/${release.id}`, eventAt: await this.#handedIn(queries, release), actor: by },
    });
  }

  /** The matter that it is on got an hour, lost it, or went to another owner (`trigger-on-matter.ts`). */
  async matterRevised(queries: Queries, of: Omit<ReleaseChange, 'kind'>): Promise<void> {
    return this.follow(queries, { kind: 'relinked', ...of });
  }

  async released(queries: Queries, release: Release, actor: string): Promise<void> {
    await this.clocks.end.perform(queries, { rule, subject: subjectOf(release), as: 'met', actor });
  }

  /** When this clock first ran, or would have: the first time that it was handed in with a trigger. */
  async #handedIn(queries: Queries, release: Release): Promise<Date> {
    const [first] = (await this.clocks.deadlines.ofSubject(queries, subjectOf(release))).filter(
      (each) => each.rule === rule,
    );
    return first?.eventAt ?? (await this.submissions.firstDeclared(queries, release)) ?? this.clock.now();
  }

  /**
   * Held until the transaction ends: a matter that gets or loses its hour at this very moment has either done so when this is
   * read, or finds the release handed in. Else neither would see the other, and the release would run by two clocks or none.
   */
  #matterOf(queries: Queries, { matter }: Release): Promise<Matter | null> {
    return matter === null ? Promise.resolve(null) : this.matters.lock(queries, matter);
  }

  async #lapse(
    queries: Queries,
    release: Release,
    end: Pick<DeadlineEnd, 'actor' | 'reason'>,
  ): Promise<void> {
    await this.clocks.end.perform(queries, { rule, subject: subjectOf(release), as: 'cancelled', ...end });
  }
}

const approved: ReadonlySet<ReleaseState> = new Set(['approved', 'scheduled', 'heldByGate']);

/** Why this clock does not run on it, in words; null where it does. */
const freedBy = (
  { release, version: { declaration } }: ReleaseChange,
  matter: Matter | null,
): string | null => {
  if (matter?.dueAt != null && matter.ownerOrganId === release.organId)
    return '稿件已关联本机关负责、有时限的事项，按事项的时限计';
  if (declaration.triggers.length === 0) return '稿件不再声明第十二条的情形';
  if (declaration.disclosure !== 'proactive') return '稿件不主动公开';
  if (release.kind === 'routine' && approved.has(release.state)) return '稿件已审定，按常规发布的时限计';
  return null;
};

const subjectOf = ({ id }: Release) => ({ kind: 'release', id });
