import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { directivesQuery } from '../../api/duty-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { DueClock } from '../../parts/due-clock.js';
import { DutyListPage } from '../../parts/duty-list-page.js';
import { inState } from '../../parts/in-state.js';
import { Sheet } from '../../parts/sheet.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { DirectiveState, isEnded } from './directive-state.js';
import { IssueDialog } from './issue-dialog.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const route = getRouteApi('/directives');

export const DirectivesPage = () => {
  const { language } = useLanguage();
  const text = useWords(words);
  const navigate = useNavigate();
  const filters = route.useSearch();
  const [issuing, setIssuing] = useState(false);
  const list = useQuery(directivesQuery(inState(filters)));
  const { title, states, empty } = text;
  return (
    <>
      <DutyListPage
        {...{ title, states, empty, filters, list }}
        lead={({ total }) => text.lead(total)}
        onChange={(next) => void navigate({ to: '/directives', search: next })}
        actions={
          <ReasonedButton
            type="primary"
            label={text.issue}
            reasons={list.data?.actions.issue.reasons}
            onClick={() => setIssuing(true)}
          />
        }
      >
        {(items) => (
          <Sheet
            className="matter-table"
            heads={[text.directive, text.from, text.to, text.clock, text.state]}
            rows={items.map((directive) => ({
              key: directive.id,
              cells: [
                <Fragment key="name">
                  <Link to="/directives/$id" params={{ id: directive.id }} className="title-link">
                    {directive.title}
                  </Link>
                  <p className="quiet">{text.demands[directive.demand]}</p>
                </Fragment>,
                directive.from.shortName,
                directive.to.shortName,
                <DueClock
                  key="clock"
                  dueAt={directive.dueAt}
                  ended={isEnded(directive)}
                  basis={cited(directive.basis.fulfil, language)}
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
