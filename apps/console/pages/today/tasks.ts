import {
  rolesThatMay,
  type ApprovalSummary,
  type FindingGroupSummary,
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
  | { readonly name: DutyTaskName; readonly duty: OwedDuty };

export interface Waiting {
  /** In the order of their clocks. */
  readonly approvals: readonly ApprovalSummary[];
  readonly releases: readonly ReleaseSummary[];
  /** Open and in coordination. */
  readonly groups: readonly FindingGroupSummary[];
  readonly duties: readonly OwedDuty[];
}

/** The states in which something waits for somebody, most urgent first. */
export const waitingStates = [
  'heldByGate',
  'returned',
  'approved',
  'draft',
] as const satisfies readonly ReleaseState[];

const releaseTask = (release: ReleaseSummary, session: SessionView): ReleaseTaskName | null => {
  const mine = release.draftedBy.id === session.person.id;
  switch (release.state) {
    case 'heldByGate':
      return mine || hasRole(session, 'coordinator') ? 'held' : null;
    case 'returned':
      return mine ? 'revise' : null;
    case 'draft':
      return mine ? 'submit' : null;
    case 'approved':
      return mine || hasRole(session, 'spokesperson') || hasRole(session, 'approver') ? 'publish' : null;
    case 'submitted':
    case 'scheduled':
    case 'released':
    case 'withdrawn':
      return null;
  }
};

const releaseTasks = (releases: readonly ReleaseSummary[], session: SessionView): readonly Task[] =>
  releases
    .flatMap((release) => {
      const name = releaseTask(release, session);
      return name === null ? [] : [{ name, release }];
    })
    .sort(
      (a, b) =>
        waitingStates.findIndex((state) => state === a.release.state) -
          waitingStates.findIndex((state) => state === b.release.state) ||
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
const carriesOut = (duty: OwedDuty, session: SessionView): boolean =>
  session.roles.some(
    ({ role, organId }) => carriers.includes(role) && (organId === null || organId === duty.organ.id),
  );

const dutyTasks = (duties: readonly OwedDuty[], session: SessionView): readonly Task[] =>
  duties.flatMap((duty): readonly Task[] => {
    if (carriesOut(duty, session)) return [{ name: duty.kind, duty }];
    return hasRole(session, 'coordinator') ? [{ name: 'follow', duty }] : [];
  });

/**
 * What waits for the reader: texts before the public that are wrong, releases that are stopped, conflicts to rule on,
 * releases to decide on by their clocks, then the others by state, the longest waiting first.
 */
export const tasksOf = (
  { approvals, releases, groups, duties }: Waiting,
  session: SessionView,
): readonly Task[] => {
  const owed = dutyTasks(duties, session);
  const own = releaseTasks(releases, session);
  return [
    ...owed.filter(({ name }) => name !== 'follow'),
    ...own.filter(({ name }) => name === 'held'),
    ...conflictTasks(groups, session),
    ...approvals.map((approval) => ({ name: 'decide' as const, approval })),
    ...own.filter(({ name }) => name !== 'held'),
    ...owed.filter(({ name }) => name === 'follow'),
  ];
};
