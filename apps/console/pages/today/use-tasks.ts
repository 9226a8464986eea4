import { useQueries, useQuery } from '@tanstack/react-query';
import { approvalsQuery } from '../../api/approval-questions.js';
import { deadlinesQuery } from '../../api/duty-questions.js';
import { driftsQuery, dutiesQuery, findingGroupsQuery, releasesQuery } from '../../api/questions.js';
import { useSession } from '../../api/session.js';
import type { Question } from '../../parts/answer.js';
import { tasksOf, type Task } from './tasks.js';

/** More would not be done in a day; what is left moves up as tasks are done, and is counted. */
const pageSize = 50;

interface Tasks {
  /** The question that failed, if one did. */
  readonly failed: Question | undefined;
  /** Null until every question is answered. */
  readonly tasks: readonly Task[] | null;
  /** Releases that wait as well and are in the list of releases. */
  readonly more: number;
}

/** Everything that waits for the reader. */
export const useTasks = (): Tasks => {
  const session = useSession().data;
  const releases = useQuery(releasesQuery({ mine: 'waiting', pageSize }));
  const groups = useQueries({
    queries: (['open', 'coordinating'] as const).map((state) => findingGroupsQuery({ state, pageSize })),
  });
  const approvals = useQuery(approvalsQuery);
  const duties = useQuery(dutiesQuery({ pageSize }));
  const drifts = useQuery(driftsQuery({ pageSize }));
  const deadlines = useQuery(deadlinesQuery({ limit: pageSize }));
  const all = [releases, approvals, ...groups, duties, drifts, deadlines];
  const failed = all.find(({ isError, data }) => isError && data === undefined);
  const answered = all.every(({ data }) => data !== undefined);
  const tasks =
    session === undefined || session === null || !answered
      ? null
      : tasksOf(
          {
            approvals: approvals.data?.items ?? [],
            releases: releases.data?.items ?? [],
            groups: groups.flatMap(({ data }) => data?.items ?? []),
            duties: duties.data?.items ?? [],
            drifts: drifts.data?.items ?? [],
            deadlines: deadlines.data?.items ?? [],
          },
          session,
        );
  return { failed, tasks, more: (releases.data?.total ?? 0) - (releases.data?.items.length ?? 0) };
};
