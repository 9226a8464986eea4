import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { directivesQuery } from '../../api/questions.js';
import { hasRole, useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { DueClock } from '../../parts/due-clock.js';
import { DutyListPage } from '../../parts/duty-list-page.js';
import { DutyRows } from '../../parts/duty-rows.js';
import { DirectiveState, isEnded } from './directive-state.js';
import { IssueDialog } from './issue-dialog.js';
import { words } from './words.js';

const route = getRouteApi('/directives');

export const DirectivesPage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const session = useSession().data;
  const filters = route.useSearch();
  const [issuing, setIssuing] = useState(false);
  const state = filters['state'] ?? 'open';
  const list = useQuery(
    directivesQuery({ ...filters, pageSize: 30, state: state === 'all' ? undefined : state }),
  );
  return (
    <>
      <DutyListPage
        {...{ title: text.title, lead: text.lead, empty: text.empty, states: text.states, filters, list }}
        onChange={(next) => void navigate({ to: '/directives', search: { ...filters, ...next } })}
        actions={
          (hasRole(session, 'coordinator') || hasRole(session, 'approver')) && (
            <Button type="primary" onClick={() => setIssuing(true)}>
              {text.issue}
            </Button>
          )
        }
      >
        {(items) => (
          <DutyRows
            heads={[text.directive, text.from, text.to, text.clock, text.state]}
            rows={items.map((directive) => ({
              key: directive.id,
              name: (
                <>
                  <Link to="/directives/$id" params={{ id: directive.id }} className="title-link">
                    {directive.title}
                  </Link>
                  <p className="quiet">{text.demands[directive.demand]}</p>
                </>
              ),
              cells: [
                directive.from.shortName,
                directive.to.shortName,
                <DueClock
                  key="clock"
                  dueAt={directive.dueAt}
                  ended={isEnded(directive)}
                  basis={directive.basis.fulfil}
                />,
                <DirectiveState key="state" of={directive} />,
              ],
            }))}
          />
        )}
      </DutyListPage>
      {issuing && <IssueDialog onClose={() => setIssuing(false)} />}
    </>
  );
};
