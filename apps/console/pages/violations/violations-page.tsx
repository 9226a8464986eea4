import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { violationsQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { DutyListPage } from '../../parts/duty-list-page.js';
import { DutyRows } from '../../parts/duty-rows.js';
import { ViolationState } from './violation-state.js';
import { words } from './words.js';

const route = getRouteApi('/violations');

export const ViolationsPage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const filters = route.useSearch();
  const state = filters['state'] ?? 'open';
  const list = useQuery(
    violationsQuery({ ...filters, pageSize: 30, state: state === 'all' ? undefined : state }),
  );
  return (
    <DutyListPage
      {...{ title: text.title, lead: text.lead, empty: text.empty, states: text.states, filters, list }}
      onChange={(next) => void navigate({ to: '/violations', search: { ...filters, ...next } })}
    >
      {(items) => (
        <DutyRows
          heads={[text.matter, text.organ, text.since, text.state]}
          rows={items.map((violation) => ({
            key: violation.id,
            name: (
              <>
                <Link to="/violations/$id" params={{ id: violation.id }} className="title-link">
                  {violation.title}
                </Link>
                <p>{language === 'zh' ? violation.act : violation.actEn}</p>
                <p className="quiet">{text.kinds[violation.kind]}</p>
              </>
            ),
            cells: [
              violation.organ.shortName,
              cityTime(violation.occurredAt, language),
              <ViolationState key="state" of={violation} />,
            ],
          }))}
        />
      )}
    </DutyListPage>
  );
};
