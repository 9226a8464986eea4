import { useDuty, useTitle } from '../../parts/use-duty.js';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useServerNow } from '../../api/server-clock.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { ClockFace } from '../../parts/due-clock.js';
import { aside, listed } from '../../parts/punctuation.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { words as approvalWords } from '../approvals/words.js';
import { ConflictBadge } from '../releases/release-facts.js';
import { clockOf, type Task } from './tasks.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const tones: Record<Task['name'], Tone> = {
  held: 'error',
  revise: 'warning',
  decide: 'info',
  publish: 'success',
  submit: 'quiet',
  rule: 'warning',
  urge: 'warning',
  conclude: 'info',
  correct: 'error',
  withdraw: 'error',
  joint: 'error',
  follow: 'quiet',
  due: 'warning',
  drifted: 'error',
};

type Of<Kind extends string> = Extract<Task, Record<Kind, unknown>>;

interface RowProps {
  readonly task: Task;
  readonly tone: Tone;
  /** Unless its name tells. */
  readonly tag?: string;
  readonly title: ReactNode;
  /** What to do about it. */
  readonly deed: string;
  readonly about: string;
}

/** How long is left, by what duty and article, and until when. */
const TaskClock = ({ task }: { task: Task }) => {
  const { language } = useLanguage();
  const dutyOf = useDuty();
  const clock = clockOf(task);
  if (clock === null) return null;
  return (
    <p className="task-clock">
      <ClockFace clock={clock} />{' '}
      <span className="quiet">
        {dutyOf(clock)}
        {aside(cited(clock.article ?? '', language), language)} · {cityTime(clock.dueAt, language)}
      </span>
    </p>
  );
};

const Row = ({ task, tone, tag, title, deed, about }: RowProps) => {
  const text = useWords(words);
  return (
    <li className="task">
      <StateTag tone={tone}>{tag ?? text.tasks[task.name]}</StateTag>
      <div>
        {title}
        <p>{deed}</p>
        <TaskClock task={task} />
        {about !== '' && <p className="quiet">{about}</p>}
      </div>
    </li>
  );
};

const ReleaseRow = ({ task }: { task: Of<'release'> }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { release } = task;
  const title = (
    <>
      <Link to="/releases/$id" params={{ id: release.id }} className="title-link">
        {release.title}
      </Link>{' '}
      <ConflictBadge release={release} />
    </>
  );
  const about = `${release.organ.shortName} · ${release.draftedBy.name} · ${cityTime(release.updatedAt, language)}`;
  return <Row task={task} tone={tones[task.name]} title={title} deed={text.deeds[task.name]} about={about} />;
};

const ConflictRow = ({ task }: { task: Of<'group'> }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { kinds } = useWords(conflictWords);
  const { group } = task;
  const title = (
    <Link to="/conflicts/groups/$id" params={{ id: group.id }} className="title-link">
      {group.title}
    </Link>
  );
  const what = listed(
    group.kinds.map(({ kind }) => kinds[kind]),
    language,
  );
  const organs = listed(
    group.organs.map(({ shortName }) => shortName),
    language,
  );
  const blocks = group.severity === 'block' && task.name === 'rule';
  return (
    <Row
      task={task}
      tone={blocks ? 'error' : tones[task.name]}
      title={title}
      deed={text.deeds[task.name === 'rule' && group.releases === 1 ? 'ruleOne' : task.name]}
      about={`${what} · ${organs}`}
    />
  );
};

const DutyRow = ({ task }: { task: Of<'duty'> }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { duty } = task;
  const title = (
    <Link to="/releases/$id" params={{ id: duty.releaseId }} hash="duties" className="title-link">
      {duty.releaseTitle}
    </Link>
  );
  const deed = task.name === 'follow' ? text.deeds.follow(duty.organ.shortName) : duty.demand;
  const about = `${duty.organ.shortName} · ${text.imposed(cityTime(duty.imposedAt, language))}`;
  return <Row task={task} tone={tones[task.name]} title={title} deed={deed} about={about} />;
};

const DriftRow = ({ task }: { task: Of<'drift'> }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { drift } = task;
  const title =
    drift.releaseId === null ? (
      <a href={drift.url ?? ''} target="_blank" rel="noreferrer" className="title-link">
        {drift.releaseTitle}
      </a>
    ) : (
      <Link to="/releases/$id/progress" params={{ id: drift.releaseId }} className="title-link">
        {drift.releaseTitle}
      </Link>
    );
  // A list or a feed was approved by nobody: the system wrote it.
  const { deeds } = text;
  const [tag, gone, differs] =
    drift.releaseId === null
      ? [text.tasks.siteDrifted, deeds.siteGone, deeds.siteDiffers]
      : [text.tasks.drifted, deeds.gone, deeds.differs];
  const shown = drift.differences[0]?.shown ?? '';
  const deed =
    drift.kind === 'gone'
      ? gone(drift.accountName)
      : differs(drift.accountName, shown === '' ? deeds.nothing : shown);
  const about = `${drift.organ.shortName} · ${deeds.seen(cityTime(drift.raisedAt, language))}`;
  return <Row task={task} tone={tones.drifted} tag={tag} title={title} deed={deed} about={about} />;
};

const DecisionRow = ({ task }: { task: Of<'approval'> }) => {
  const text = useWords(words);
  const { decide } = useWords(approvalWords);
  const { release, step } = task.approval;
  const title = (
    <>
      <Link to={linkOf(task)} className="title-link">
        {release.title}
      </Link>{' '}
      <ConflictBadge release={release} />
    </>
  );
  const about = `${release.organ.shortName} · ${release.draftedBy.name}`;
  return (
    <Row task={task} tone={tones.decide} title={title} deed={text.deeds.decide(decide[step])} about={about} />
  );
};

const DeadlineRow = ({ task }: { task: Of<'deadline'> }) => {
  const text = useWords(words);
  const titleOf = useTitle();
  const now = useServerNow();
  const { deadline } = task;
  const title = (
    <Link to={deadline.link} className="title-link">
      {titleOf(deadline)}
    </Link>
  );
  return (
    <Row
      task={task}
      tone={Date.parse(deadline.dueAt) <= now ? 'error' : tones.due}
      title={title}
      deed={text.deeds.due}
      about={deadline.provisional ? text.provisional : ''}
    />
  );
};

export const TaskRow = ({ task }: { task: Task }) => {
  if ('deadline' in task) return <DeadlineRow task={task} />;
  if ('approval' in task) return <DecisionRow task={task} />;
  if ('release' in task) return <ReleaseRow task={task} />;
  if ('drift' in task) return <DriftRow task={task} />;
  return 'group' in task ? <ConflictRow task={task} /> : <DutyRow task={task} />;
};

/** A key that stays while the task does. */
export const keyOf = (task: Task): string => {
  if ('deadline' in task) return task.deadline.id;
  if ('approval' in task) return `approval ${task.approval.release.id}`;
  if ('release' in task) return task.release.id;
  if ('drift' in task) return task.drift.id;
  return 'group' in task ? task.group.id : task.duty.id;
};

/** The page on which it is done. */
export const linkOf = (task: Task): string => {
  if ('deadline' in task) return task.deadline.link;
  if ('approval' in task) return `/approvals/${task.approval.release.id}`;
  if ('release' in task) return `/releases/${task.release.id}`;
  if ('drift' in task)
    return task.drift.releaseId === null ? '/accounts' : `/releases/${task.drift.releaseId}/progress`;
  return 'group' in task ? `/conflicts/groups/${task.group.id}` : `/releases/${task.duty.releaseId}`;
};
