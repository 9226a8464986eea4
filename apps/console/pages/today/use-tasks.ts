import { keepPreviousData, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { approvalsQuery } from '../../api/approval-questions.js';
import { deadlinesQuery } from '../../api/duty-questions.js';
import { driftsQuery, dutiesQuery, findingGroupsQuery, releasesQuery } from '../../api/questions.js';
import { hasRole, useSession } from '../../api/session.js';
import type { Question } from '../../parts/answer.js';
import { tasksOf, type Task } from './tasks.js';

/** So many at first, and more whenever they are asked for: more would not be done in a day. */
export const tasksAtOnce = 50;
/** The server gives no more of a list at once. */
const mostShown = 200;

export interface Tasks {
  /** The question that failed, if one did. */
  readonly failed: Question | undefined;
  /** The most urgent ones; null until every question is answered. */
  readonly tasks: readonly Task[] | null;
  /** Of everything that waits. */
  readonly total: number;
  /** Shows more of them; null where all that can be are shown. */
  readonly showMore: (() => void) | null;
}

/**
 * Everything that waits for the reader. The server says of each kind what does, by urgency, and how much there is: the first
 * fifty of all are among the first fifty of each.
 */
export const useTasks = (): Tasks => {
  const [pageSize, setPageSize] = useState(tasksAtOnce);
  const coordinates = hasRole(useSession().data, 'coordinator');
  const releases = useQuery(releasesQuery({ mine: 'toDo', pageSize }));
  const approvals = useQuery(approvalsQuery);
  const duties = useQuery(dutiesQuery({ whose: 'mine', pageSize }));
  const drifts = useQuery(driftsQuery({ whose: 'mine', pageSize }));
  const deadlines = useQuery({
    ...deadlinesQuery({ whose: 'mine', limit: pageSize }),
    placeholderData: keepPreviousData,
  });
  const coordinated = useQueries({
    queries: (['open', 'coordinating'] as const).map((state) => ({
      ...findingGroupsQuery({ state, order: 'urgent', pageSize }),
      enabled: coordinates,
    })),
  });
  const followed = useQuery({ ...dutiesQuery({ whose: 'others', pageSize }), enabled: coordinates });
  const all = [
    ...[releases, approvals, duties, drifts, deadlines],
    ...(coordinates ? [...coordinated, followed] : []),
  ];
  const failed = all.find(({ isError, data }) => isError && data === undefined);
  const total = all.reduce((sum, { data }) => sum + (data?.total ?? 0), 0);
  if (all.some(({ data }) => data === undefined)) return { failed, tasks: null, total: 0, showMore: null };
  const tasks = tasksOf({
    approvals: approvals.data?.items ?? [],
    releases: releases.data?.items ?? [],
    groups: coordinates ? coordinated.flatMap(({ data }) => data?.items ?? []) : [],
    duties: duties.data?.items ?? [],
    followed: coordinates ? (followed.data?.items ?? []) : [],
    drifts: drifts.data?.items ?? [],
    deadlines: deadlines.data?.items ?? [],
  }).slice(0, pageSize);
  const canShowMore = tasks.length < total && pageSize < mostShown;
  return {
    ...{ failed, tasks, total },
    showMore: canShowMore ? () => setPageSize(pageSize + tasksAtOnce) : null,
  };
};
