import {
  rolesThatMay,
  type ApprovalSummary,
  type DeadlineView,
  type FindingGroupSummary,
  type OpenDrift,
  type OwedDuty,
  type ReleaseState,
  type ReleaseSummary,
  type Role,
  type SessionView,
} from '../../api/contract.js';
import { hasRole } from '../../api/session.js';

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

export interface Waiting {
  readonly approvals: readonly ApprovalSummary[];
  /** What waits for the reader beside a signature. */
  readonly releases: readonly ReleaseSummary[];
  /** Open and in coordination. */
  readonly groups: readonly FindingGroupSummary[];
  readonly duties: readonly OwedDuty[];
  /** What is out and no longer reads as it was approved. */
  readonly drifts: readonly OpenDrift[];
  /** Open clocks of everything that the reader sees. */
  readonly deadlines: readonly DeadlineView[];
}

/** The states in which something waits for somebody, most urgent first. */
const waitingStates: readonly ReleaseState[] = ['heldByGate', 'returned', 'approved', 'draft'];

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
  releases
    .flatMap((release) => {
      const name = releaseTask(release);
      return name === null ? [] : [{ name, release }];
    })
    .sort(
      (a, b) =>
        waitingStates.indexOf(a.release.state) - waitingStates.indexOf(b.release.state) ||
        a.release.updatedAt.localeCompare(b.release.updatedAt),
    );

const severities = ['block', 'warn', 'info'] as const;

const conflictTask = (group: FindingGroupSummary): ConflictTaskName => {
  if (group.state === 'coordinating') return 'conclude';
  return group.kinds.every(({ kind }) => kind === 'gap') ? 'urge' : 'rule';
};

/** Only a coordinator rules (DETECTION.md, "Rulings"): what blocks first, then what waits longest. */
const conflictTasks = (groups: readonly FindingGroupSummary[], session: SessionView): readonly Task[] =>
  hasRole(session, 'coordinator')
    ? [...groups]
        .sort(
          (a, b) =>
            severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
            a.raisedAt.localeCompare(b.raisedAt),
        )
        .map((group) => ({ name: conflictTask(group), group }))
    : [];

const carriers: readonly Role[] = ['drafter', ...rolesThatMay('approver'), 'spokesperson'];

/** A duty is carried out by who writes, signs or releases for the organ that owes it. */
const carriesOut = ({ organ }: Pick<OwedDuty, 'organ'>, session: SessionView): boolean =>
  session.roles.some(
    ({ role, organId }) => carriers.includes(role) && (organId === null || organId === organ.id),
  );

/** Those who are told of it: the organ that released it, and the coordinators (libs/watch). */
const driftTasks = (drifts: readonly OpenDrift[], session: SessionView): readonly Task[] =>
  drifts
    .filter((drift) => carriesOut(drift, session) || hasRole(session, 'coordinator'))
    .map((drift) => ({ name: 'drifted', drift }));

const dutyTasks = (duties: readonly OwedDuty[], session: SessionView): readonly Task[] =>
  duties.flatMap((duty): readonly Task[] => {
    if (carriesOut(duty, session)) return [{ name: duty.kind, duty }];
    return hasRole(session, 'coordinator') ? [{ name: 'follow', duty }] : [];
  });

/** A limit of one's own organ beside its releases: a conference, an interview, a directive, a plan. */
const deadlineTasks = (deadlines: readonly DeadlineView[], session: SessionView): readonly Task[] =>
  deadlines
    .filter(
      ({ organId, subject, paused }) =>
        !paused &&
        subject.kind !== 'release' &&
        session.roles.some((grant) => grant.organId === organId && actsOn.includes(grant.role)),
    )
    .map((deadline) => ({ name: 'due', deadline }));

const actsOn: readonly Role[] = [...carriers, 'coordinator'];

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
export const tasksOf = (
  { approvals, releases, groups, duties, drifts, deadlines }: Waiting,
  session: SessionView,
): readonly Task[] => {
  const owed = dutyTasks(duties, session);
  const own = releaseTasks(releases);
  const all: readonly Task[] = [
    ...owed.filter(({ name }) => name !== 'follow'),
    ...driftTasks(drifts, session),
    ...own.filter(({ name }) => name === 'held'),
    ...conflictTasks(groups, session),
    ...approvals.map((approval) => ({ name: 'decide' as const, approval })),
    ...own.filter(({ name }) => name !== 'held'),
    ...deadlineTasks(deadlines, session),
    ...owed.filter(({ name }) => name === 'follow'),
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
