import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import { periodPlansQuery, plansQuery } from '../../api/duty-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { DueClock } from '../../parts/due-clock.js';
import { DutyListPage } from '../../parts/duty-list-page.js';
import { inState } from '../../parts/in-state.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { Sheet } from '../../parts/sheet.js';
import { PeriodDialog } from './period-dialog.js';
import { PlanDialog } from './plan-dialog.js';
import { PlanState, runs } from './plan-state.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const route = getRouteApi('/plans');

/** The office's plans of the year, above the plans of single matters. */
const Periods = () => {
  const text = useWords(words);
  const periods = useQuery(periodPlansQuery);
  const [making, setMaking] = useState(false);
  return (
    <Answer of={periods} rows={0}>
      {({ items, actions }) => (
        <section className="panel">
          <div className="panel-head">
            <h2>{text.periods}</h2>
            <ReasonedButton
              label={text.newPeriod}
              reasons={actions.create.reasons}
              onClick={() => setMaking(true)}
            />
          </div>
          {items.length === 0 && <p className="quiet">{text.noPeriods}</p>}
          <ul className="line-list">
            {items.map(({ id, title, state, counts }) => (
              <li key={id}>
                <Link to="/plans/periods/$id" params={{ id }} className="title-link">
                  {title}
                </Link>
                <p className="quiet">
                  {text.periodState[state]} ·{' '}
                  {counts.share === null
                    ? text.nothing
                    : text.share(counts.done, counts.planned, counts.share)}
                  {counts.overdue > 0 && ` · ${text.overdue(counts.overdue)}`}
                </p>
              </li>
            ))}
          </ul>
          {making && <PeriodDialog plan={null} onClose={() => setMaking(false)} />}
        </section>
      )}
    </Answer>
  );
};

export const PlansPage = () => {
  const { language } = useLanguage();
  const text = useWords(words);
  const navigate = useNavigate();
  const filters = route.useSearch();
  const [drafting, setDrafting] = useState(false);
  const list = useQuery(plansQuery(inState(filters)));
  const { title, states, empty } = text;
  return (
    <>
      <DutyListPage
        {...{ title, states, empty, filters, list }}
        lead={({ total }) => text.lead(total)}
        onChange={(next) => void navigate({ to: '/plans', search: next })}
        above={<Periods />}
        actions={
          <ReasonedButton
            type="primary"
            label={text.draft}
            reasons={list.data?.actions.draft.reasons}
            onClick={() => setDrafting(true)}
          />
        }
      >
        {(items) => (
          <Sheet
            className="matter-table"
            heads={[text.item, text.lead2, text.decided, text.clock, text.state]}
            rows={items.map((plan) => ({
              key: plan.id,
              cells: [
                <Fragment key="name">
                  <Link to="/plans/$id" params={{ id: plan.id }} className="title-link">
                    {plan.item}
                  </Link>
                  <p className="quiet">
                    {plan.meeting} · {plan.metOn}
                  </p>
                </Fragment>,
                plan.lead.shortName,
                plan.decided === null
                  ? text.undecided
                  : `${text.levels[plan.decided.level]} · ${text.forms[plan.decided.form]}`,
                <DueClock
                  key="clock"
                  dueAt={plan.dueAt}
                  ended={!runs(plan)}
                  basis={cited(plan.basis, language)}
                />,
                <PlanState key="state" of={plan} />,
              ],
            }))}
          />
        )}
      </DutyListPage>
      {drafting && <PlanDialog plan={null} onClose={() => setDrafting(false)} />}
    </>
  );
};
