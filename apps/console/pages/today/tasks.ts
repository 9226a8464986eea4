import type {
  ApprovalSummary,
  DeadlineView,
  FindingGroupSummary,
  OpenDrift,
  OwedDuty,
  ReleaseSummary,
} from '../../api/contract.js';

/** Why a release waits for the reader. */
export type ReleaseTaskName = 'held' | 'revise' | 'publish' | 'submit';
/** Why a conflict waits: both texts to be weighed, a silent owner to be urged, an agreement to be put down. */
export type ConflictTaskName = 'rule' | 'urge' | 'conclude';
/** What a ruling asks of a text that is out; `follow` is the coordinator's side of it. */
export type DutyTaskName = OwedDuty['kind'] | 'follow';

export type Task =
  /** It waits for the reader's own word; the server says which do (libs/signoff). */
  | { readonly name: 'decide'; readonly approval: ApprovalSummary }
  | { readonly name: ReleaseTaskName; readonly release: ReleaseSummary }
  | { readonly name: ConflictTaskName; readonly group: FindingGroupSummary }
  | { readonly name: DutyTaskName; readonly duty: OwedDuty }
  /** Its public reads something else than was approved, or nothing. */
  | { readonly name: 'drifted'; readonly drift: OpenDrift }
  | { readonly name: 'due'; readonly deadline: DeadlineView };

/** What the clock of a task shows. */
export type TaskClock = Pick<DeadlineView, 'dueAt' | 'leftMs' | 'paused' | 'duty'> & {
  /** Null where a person set the hour. */
  readonly article: string | null;
};

/** What the server says waits for this reader; each list by urgency, so that the most urgent of all are among the first of each. */
export interface Waiting {
  readonly approvals: readonly ApprovalSummary[];
  /** What waits for the reader beside a signature. */
  readonly releases: readonly ReleaseSummary[];
  /** Open and in coordination; a coordinator's alone, for nobody else rules (DETECTION.md, "Rulings"). */
  readonly groups: readonly FindingGroupSummary[];
  /** Owed by an organ for which the reader writes, signs or releases. */
  readonly duties: readonly OwedDuty[];
  /** What others owe; a coordinator's alone. */
  readonly followed: readonly OwedDuty[];
  /** What is out and no longer reads as it was approved. */
  readonly drifts: readonly OpenDrift[];
  /** A limit of one's own organ beside its releases: a conference, an interview, a directive, a plan. */
  readonly deadlines: readonly DeadlineView[];
}

/** Whose task it is the server has said: of what waits for the reader, the state tells what is to be done. */
const releaseTask = ({ state }: ReleaseSummary): ReleaseTaskName | null => {
  switch (state) {
    case 'heldByGate':
      return 'held';
    case 'returned':
      return 'revise';
    case 'draft':
      return 'submit';
    case 'approved':
      return 'publish';
    case 'submitted':
    case 'released':
    case 'scheduled':
    case 'withdrawn':
      return null;
  }
};

const releaseTasks = (releases: readonly ReleaseSummary[]): readonly Task[] =>
  releases.flatMap((release) => {
    const name = releaseTask(release);
    return name === null ? [] : [{ name, release }];
  });

const severities = ['block', 'warn', 'info'] as const;

const conflictTask = (group: FindingGroupSummary): ConflictTaskName => {
  if (group.state === 'coordinating') return 'conclude';
  return group.kinds.every(({ kind }) => kind === 'gap') ? 'urge' : 'rule';
};

/** What blocks first, then what waits longest. */
const conflictTasks = (groups: readonly FindingGroupSummary[]): readonly Task[] =>
  [...groups]
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        a.raisedAt.localeCompare(b.raisedAt),
    )
    .map((group) => ({ name: conflictTask(group), group }));

/** The release that a task is about; none of a conflict, a duty or a limit. */
export const releaseOf = (task: Task): ReleaseSummary | null => {
  if ('approval' in task) return task.approval.release;
  return 'release' in task ? task.release : null;
};

/** The clock that a task runs by; null where none does, or where it stands still. */
export const clockOf = (task: Task): TaskClock | null => {
  if ('deadline' in task) return task.deadline;
  const clock = 'approval' in task ? task.approval.clock : releaseOf(task)?.clock;
  return clock?.paused === false ? clock : null;
};

/** It is told once: a clock that belongs to a task stands with that task. */
export const isTold = (tasks: readonly Task[], { id, subject }: DeadlineView): boolean =>
  tasks.some((task) =>
    'deadline' in task
      ? task.deadline.id === id
      : subject.kind === 'release' && releaseOf(task)?.id === subject.id,
  );

/** Overdue before anything that can wait, whatever else is of its kind. */
const atOnce = (task: Task): boolean =>
  ('duty' in task && task.name !== 'follow') ||
  task.name === 'drifted' ||
  task.name === 'held' ||
  ('group' in task && task.group.severity === 'block' && task.group.state === 'open');

/** A limit further away than this waits behind a colleague who waits now: a quarter's duty is not what a morning begins with. */
const soonMs = 7 * 86_400_000;

/**
 * What waits for the reader. First what is wrong before the public or stopped, for its hour has passed; then by the clock,
 * the one that ends first; between the clocks of this week and the later ones what no clock drives, the longest waiting first.
 */
export const tasksOf = ({
  approvals,
  releases,
  groups,
  duties,
  followed,
  drifts,
  deadlines,
}: Waiting): readonly Task[] => {
  const own = releaseTasks(releases);
  const all: readonly Task[] = [
    ...duties.map((duty) => ({ name: duty.kind, duty })),
    ...drifts.map((drift) => ({ name: 'drifted' as const, drift })),
    ...own.filter(({ name }) => name === 'held'),
    ...conflictTasks(groups),
    ...approvals.map((approval) => ({ name: 'decide' as const, approval })),
    ...own.filter(({ name }) => name !== 'held'),
    ...deadlines.map((deadline) => ({ name: 'due' as const, deadline })),
    ...followed.map((duty) => ({ name: 'follow' as const, duty })),
  ];
  const waits = all.filter((task) => !atOnce(task));
  const clocked = waits.flatMap((task) => {
    const clock = clockOf(task);
    return clock === null ? [] : [{ task, clock }];
  });
  const byClock = clocked.toSorted((a, b) => a.clock.dueAt.localeCompare(b.clock.dueAt));
  const within = (soon: boolean): readonly Task[] =>
    byClock.filter(({ clock }) => clock.leftMs < soonMs === soon).map(({ task }) => task);
  return [
    ...all.filter(atOnce),
    ...within(true),
    ...waits.filter((task) => clockOf(task) === null),
    ...within(false),
  ];
};
