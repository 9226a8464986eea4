import { serverDate } from '../../api/server-clock.js';
import { Explanation } from '../../parts/explanation.js';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { findingGroupsQuery, releasesQuery } from '../../api/questions.js';
import { hasRole, useSession } from '../../api/session.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { DispatchCard } from '../../parts/dispatch-card.js';
import { FindingStateTag } from '../../parts/finding-state.js';
import { Page } from '../../parts/page.js';
import { listed } from '../../parts/punctuation.js';
import { StaffingPanel } from '../settings/staffing-panel.js';
import { AccountPanel } from './account-panel.js';
import { ComingPanel } from './coming-panel.js';
import { DeadlinePanel } from './deadline-panel.js';
import { TaskList } from './task-list.js';
import { linkOf } from './task-row.js';
import { useTasks } from './use-tasks.js';
import { words } from './words.js';

const Running = () => {
  const text = useWords(words);
  const list = useQuery(releasesQuery({ dispatch: 'open', pageSize: 20 }));
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{text.running}</h2>
        <Link to="/progress">{text.all}</Link>
      </div>
      <Answer of={list} rows={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{text.runningEmpty}</p>
          ) : (
            <ul className="cards">
              {items.map((release) => (
                <DispatchCard key={release.id} release={release} />
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
};

const Conflicts = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { kinds } = useWords(conflictWords);
  const list = useQuery(findingGroupsQuery({ state: 'open', pageSize: 6 }));
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>
          {text.conflicts}
          {list.data !== undefined && list.data.total > 0 && ` ${list.data.total}`}
        </h2>
        <Link to="/conflicts">{text.all}</Link>
      </div>
      <Answer of={list} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{text.conflictsEmpty}</p>
          ) : (
            <ul className="finding-list">
              {items.map((group) => (
                <li key={group.id}>
                  <Link to="/conflicts/groups/$id" params={{ id: group.id }} className="title-link">
                    {group.title}
                  </Link>{' '}
                  <FindingStateTag finding={group} />
                  <p>
                    {listed(
                      group.kinds.map(({ kind }) => kinds[kind]),
                      language,
                    )}
                  </p>
                  <p className="explanation">
                    <Explanation of={group} />
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Answer>
    </section>
  );
};

/** A coordinator has the conflicts among the tasks, and not once more beside them. */
export const TodayPage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const session = useSession().data;
  const waiting = useTasks();
  const first = waiting.tasks?.[0];
  const name = session?.person.name ?? '';
  const date = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    timeZone: 'Asia/Shanghai',
    month: 'long',
    day: 'numeric',
    weekday: 'long',
  }).format(serverDate());
  return (
    <Page
      title={text.title}
      lead={text.greeting(name, date)}
      actions={
        first !== undefined && (
          <Link to={linkOf(first)} className="button-link">
            {text.openFirst}
          </Link>
        )
      }
    >
      <div className="today-columns">
        <section className="panel">
          <h2>
            {text.waiting}
            {waiting.total > 0 && ` ${waiting.total}`}
          </h2>
          <TaskList {...waiting} />
        </section>
        <div>
          <AccountPanel />
          <StaffingPanel />
          <ComingPanel />
          <DeadlinePanel tasks={waiting.tasks ?? []} />
          <Running />
          {!hasRole(session, 'coordinator') && <Conflicts />}
        </div>
      </div>
    </Page>
  );
};
