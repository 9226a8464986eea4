import type { ReleaseState, ReleaseSummary, SessionView } from '../../api/contract.js';
import { hasRole } from '../../api/session.js';

/** Why a release waits for the reader. */
export type TaskName = 'held' | 'revise' | 'review' | 'publish' | 'submit';

export interface Task {
  readonly name: TaskName;
  readonly release: ReleaseSummary;
}

/** The states in which something waits for somebody, most urgent first. */
export const waitingStates = [
  'heldByGate',
  'returned',
  'submitted',
  'approved',
  'draft',
] as const satisfies readonly ReleaseState[];

const taskOf = (release: ReleaseSummary, session: SessionView): TaskName | null => {
  const mine = release.draftedBy.id === session.person.id;
  switch (release.state) {
    case 'heldByGate':
      return mine || hasRole(session, 'coordinator') ? 'held' : null;
    case 'returned':
      return mine ? 'revise' : null;
    case 'draft':
      return mine ? 'submit' : null;
    case 'submitted': {
      const signs = (['coSigner', 'confidentialityReviewer', 'approver'] as const).some((role) =>
        hasRole(session, role),
      );
      // Who drafted cannot review or approve.
      return signs && !mine ? 'review' : null;
    }
    case 'approved':
      return mine || hasRole(session, 'spokesperson') || hasRole(session, 'approver') ? 'publish' : null;
    case 'scheduled':
    case 'released':
    case 'withdrawn':
      return null;
  }
};

/** What waits for the reader, in the order of the states above, the longest waiting first. */
export const tasksOf = (releases: readonly ReleaseSummary[], session: SessionView): readonly Task[] =>
  releases
    .flatMap((release) => {
      const name = taskOf(release, session);
      return name === null ? [] : [{ name, release }];
    })
    .sort(
      (a, b) =>
        waitingStates.findIndex((state) => state === a.release.state) -
          waitingStates.findIndex((state) => state === b.release.state) ||
        a.release.updatedAt.localeCompare(b.release.updatedAt),
    );
