import { dutyOf } from '@koujing/deadline';
import type { Queries } from '@koujing/database';
import type { Deadline, DeadlineStore } from '@koujing/deadline';
import type { IncidentStore } from '@koujing/incident';
import { civilTime } from '@koujing/kernel';
import type { MatterStore } from '@koujing/matter';
import type { Release } from '@koujing/release';
import type { ApprovalClock } from './approval.api.js';

export interface ClockSources {
  readonly deadlines: DeadlineStore;
  readonly incidents: IncidentStore;
  readonly matters: MatterStore;
}

/** Every clock that a signer keeps waiting: the release's own, those of its incident, and the hour of its matter. */
export class ReleaseClocks {
  constructor(private readonly sources: ClockSources) {}

  /** By release, the most urgent first; what stands still presses nobody and comes last. */
  async of(
    queries: Queries,
    releases: readonly Release[],
    now: Date,
  ): Promise<ReadonlyMap<string, readonly ApprovalClock[]>> {
    const { deadlines } = this.sources;
    const ids = releases.map(({ id }) => id);
    const own = (await deadlines.ofSubjects(queries, 'release', ids)).filter(isOpen);
    const onMatter = new Map<string, readonly ApprovalClock[]>();
    for (const matter of new Set(releases.flatMap((release) => release.matter ?? [])))
      onMatter.set(matter, await this.#ofMatter(queries, matter, now));
    return new Map(
      releases.map((release) => [
        release.id,
        [
          ...own.filter(({ subject }) => subject.id === release.id).map((each) => clockOf(each, now)),
          ...(onMatter.get(release.matter ?? '') ?? []),
        ].sort(byUrgency),
      ]),
    );
  }

  /** Of an incident's matter, or of the matter itself while nothing has answered it. */
  async #ofMatter(queries: Queries, id: string, now: Date): Promise<readonly ApprovalClock[]> {
    const { deadlines, incidents, matters } = this.sources;
    const incident = await incidents.ofMatter(queries, id);
    if (incident !== null)
      return (await deadlines.ofSubject(queries, { kind: 'incident', id: incident.id }))
        .filter(isOpen)
        .map((each) => clockOf(each, now));
    const matter = await matters.find(queries, id);
    if (matter === null || matter.dueAt === null || matter.state !== 'open') return [];
    if ((await matters.answeredAt(queries, matter)) !== null) return [];
    return [
      {
        ...{ duty: matter.title, article: null, hard: true, paused: false },
        dueAt: civilTime(matter.dueAt),
        leftMs: matter.dueAt.getTime() - now.getTime(),
      },
    ];
  }
}

const isOpen = ({ state }: Deadline): boolean => state === 'running' || state === 'paused';

const clockOf = ({ terms, dueAt, state }: Deadline, now: Date): ApprovalClock => ({
  ...dutyOf(terms),
  article: terms.article,
  dueAt: civilTime(dueAt),
  leftMs: dueAt.getTime() - now.getTime(),
  hard: terms.hardness === 'hard',
  paused: state === 'paused',
});

const byUrgency = (a: ApprovalClock, b: ApprovalClock): number =>
  Number(a.paused) - Number(b.paused) || a.leftMs - b.leftMs;
