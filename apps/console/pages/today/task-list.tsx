import { useQueries, useQuery } from '@tanstack/react-query';
import { approvalsQuery } from '../../api/approval-questions.js';
import { dutiesQuery, findingGroupsQuery, releasesQuery } from '../../api/questions.js';
import { useSession } from '../../api/session.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { NewRelease } from '../../parts/new-release.js';
import { Loading } from '../../parts/loading.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { keyOf, TaskRow } from './task-row.js';
import { tasksOf, waitingStates } from './tasks.js';
import { words } from './words.js';

/** More would not be done in a day; what is left moves up as tasks are done. */
const pageSize = 50;

const NextPlanned = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const planned = useQuery(releasesQuery({ state: 'scheduled', pageSize }));
  const next = (planned.data?.items ?? [])
    .flatMap(({ title, scheduledAt }) => (scheduledAt === null ? [] : [{ title, scheduledAt }]))
    .sort((a, b) => a.scheduledAt.localeCompare(b.scheduledAt))[0];
  return next === undefined ? null : <p>{text.next(next.title, cityTime(next.scheduledAt, language))}</p>;
};

export const TaskList = () => {
  const text = useWords(words);
  const session = useSession().data;
  const releases = useQueries({ queries: waitingStates.map((state) => releasesQuery({ state, pageSize })) });
  const groups = useQueries({
    queries: (['open', 'coordinating'] as const).map((state) => findingGroupsQuery({ state, pageSize })),
  });
  const duties = useQuery(dutiesQuery({ pageSize }));
  const approvals = useQuery(approvalsQuery);
  const lists = [...releases, ...groups, duties, approvals];
  const failed = lists.find(({ isError }) => isError);
  if (failed !== undefined)
    return <RefusalNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (session === undefined || session === null || lists.some(({ data }) => data === undefined))
    return <Loading rows={4} />;
  const tasks = tasksOf(
    {
      approvals: approvals.data?.items ?? [],
      releases: releases.flatMap(({ data }) => data?.items ?? []),
      groups: groups.flatMap(({ data }) => data?.items ?? []),
      duties: duties.data?.items ?? [],
    },
    session,
  );
  if (tasks.length === 0)
    return (
      <EmptyNote sentence={text.waitingEmpty}>
        <NextPlanned />
        <NewRelease />
      </EmptyNote>
    );
  return (
    <ul className="tasks">
      {tasks.map((task) => (
        <TaskRow key={keyOf(task)} task={task} />
      ))}
    </ul>
  );
};
