import { useQueries, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { releasesQuery } from '../../api/questions.js';
import { hasRole, useSession } from '../../api/session.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Loading } from '../../parts/loading.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { ConflictBadge } from '../releases/release-facts.js';
import { tasksOf, waitingStates, type Task, type TaskName } from './tasks.js';
import { words } from './words.js';

const tones: Record<TaskName, Tone> = {
  held: 'error',
  revise: 'warning',
  review: 'info',
  publish: 'success',
  submit: 'quiet',
};

const Row = ({ task }: { task: Task }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { release } = task;
  return (
    <li className="task">
      <StateTag tone={tones[task.name]}>{text.tasks[task.name]}</StateTag>
      <div>
        <Link to="/releases/$id" params={{ id: release.id }} className="title-link">
          {release.title}
        </Link>{' '}
        <ConflictBadge release={release} />
        <p className="quiet">
          {release.organ.shortName} · {release.draftedBy.name} · {cityTime(release.updatedAt, language)}
        </p>
      </div>
    </li>
  );
};

const NextPlanned = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const planned = useQuery(releasesQuery({ state: 'scheduled', pageSize: 50 }));
  const next = (planned.data?.items ?? [])
    .flatMap(({ title, scheduledAt }) => (scheduledAt === null ? [] : [{ title, scheduledAt }]))
    .sort((a, b) => a.scheduledAt.localeCompare(b.scheduledAt))[0];
  return next === undefined ? null : <p>{text.next(next.title, cityTime(next.scheduledAt, language))}</p>;
};

export const TaskList = () => {
  const text = useWords(words);
  const session = useSession().data;
  const lists = useQueries({
    queries: waitingStates.map((state) => releasesQuery({ state, pageSize: 50 })),
  });
  const failed = lists.find(({ isError }) => isError);
  if (failed !== undefined)
    return <RefusalNotice error={failed.error} onRetry={() => void failed.refetch()} />;
  if (session === undefined || session === null || lists.some(({ data }) => data === undefined))
    return <Loading rows={4} />;
  const tasks = tasksOf(
    lists.flatMap(({ data }) => data?.items ?? []),
    session,
  );
  if (tasks.length === 0)
    return (
      <EmptyNote sentence={text.waitingEmpty}>
        <NextPlanned />
        {hasRole(session, 'drafter') && <Link to="/releases/new">{text.newRelease}</Link>}
      </EmptyNote>
    );
  return (
    <ul className="tasks">
      {tasks.map((task) => (
        <Row key={task.release.id} task={task} />
      ))}
    </ul>
  );
};
