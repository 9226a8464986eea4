import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { releasesQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Failure } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Loading } from '../../parts/loading.js';
import { NewRelease } from '../../parts/new-release.js';
import { useListKeys } from '../../parts/use-list-keys.js';
import { keyOf, TaskRow } from './task-row.js';
import { tasksAtOnce, type Tasks } from './use-tasks.js';
import { words } from './words.js';

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

export const TaskList = ({ failed, tasks, total, showMore }: Tasks) => {
  const text = useWords(words);
  const list = useListKeys<HTMLUListElement>();
  if (failed !== undefined) return <Failure of={failed} />;
  if (tasks === null) return <Loading rows={4} />;
  if (tasks.length === 0)
    return (
      <EmptyNote sentence={text.waitingEmpty}>
        <NextPlanned />
        <NewRelease />
      </EmptyNote>
    );
  return (
    <>
      <ul className="tasks" ref={list}>
        {tasks.map((task) => (
          <TaskRow key={keyOf(task)} task={task} />
        ))}
      </ul>
      {tasks.length < total && (
        <p className="quiet">
          {text.shown(tasks.length, total)}{' '}
          {showMore !== null && (
            <Button type="link" size="small" onClick={showMore}>
              {text.more(Math.min(tasksAtOnce, total - tasks.length))}
            </Button>
          )}
        </p>
      )}
    </>
  );
};
