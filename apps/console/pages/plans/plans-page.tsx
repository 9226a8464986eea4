import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { periodPlansQuery, plansQuery } from '../../api/questions.js';
import { useWords } from '../../language/language.js';
import { DueClock } from '../../parts/due-clock.js';
import { DutyListPage } from '../../parts/duty-list-page.js';
import { DutyRows } from '../../parts/duty-rows.js';
import { PlanState, runs } from './plan-state.js';
import { words } from './words.js';

const route = getRouteApi('/plans');

/** The office's plans of the year, above the plans of single matters. */
const Periods = () => {
  const text = useWords(words);
  const list = useQuery(periodPlansQuery).data?.items ?? [];
  if (list.length === 0) return null;
  return (
    <section className="panel">
      <h2>{text.periods}</h2>
      <ul className="line-list">
        {list.map(({ id, title, state, counts }) => (
          <li key={id}>
            <Link to="/plans/periods/$id" params={{ id }} className="title-link">
              {title}
            </Link>
            <p className="quiet">
              {text.periodState[state]} ·{' '}
              {counts.share === null ? text.nothing : text.share(counts.done, counts.planned, counts.share)}
              {counts.overdue > 0 && ` · ${text.overdue(counts.overdue)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

export const PlansPage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const filters = route.useSearch();
  const state = filters['state'] ?? 'open';
  const list = useQuery(plansQuery({ ...filters, pageSize: 30, state: state === 'all' ? undefined : state }));
  return (
    <DutyListPage
      {...{ title: text.title, lead: text.lead, empty: text.empty, states: text.states, filters, list }}
      onChange={(next) => void navigate({ to: '/plans', search: { ...filters, ...next } })}
      above={<Periods />}
    >
      {(items) => (
        <DutyRows
          heads={[text.item, text.lead2, text.decided, text.clock, text.state]}
          rows={items.map((plan) => ({
            key: plan.id,
            name: (
              <>
                <Link to="/plans/$id" params={{ id: plan.id }} className="title-link">
                  {plan.item}
                </Link>
                <p className="quiet">
                  {plan.meeting} · {plan.metOn}
                </p>
              </>
            ),
            cells: [
              plan.lead.shortName,
              plan.decided === null
                ? text.undecided
                : `${text.levels[plan.decided.level]} · ${text.forms[plan.decided.form]}`,
              <DueClock key="clock" dueAt={plan.dueAt} ended={!runs(plan)} basis={plan.basis} />,
              <PlanState key="state" of={plan} />,
            ],
          }))}
        />
      )}
    </DutyListPage>
  );
};
