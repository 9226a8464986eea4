import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Fragment } from 'react';
import { violationsQuery } from '../../api/duty-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { DutyListPage } from '../../parts/duty-list-page.js';
import { inState } from '../../parts/in-state.js';
import { Sheet } from '../../parts/sheet.js';
import { OpenSince } from './open-since.js';
import { ViolationState } from './violation-state.js';
import { words } from './words.js';

const route = getRouteApi('/violations');

export const ViolationsPage = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const navigate = useNavigate();
  const filters = route.useSearch();
  const list = useQuery(violationsQuery(inState(filters)));
  const { title, states, empty } = text;
  return (
    <DutyListPage
      {...{ title, states, empty, filters, list }}
      lead={({ total }) => text.lead(total)}
      onChange={(next) => void navigate({ to: '/violations', search: next })}
    >
      {(items) => (
        <Sheet
          className="matter-table"
          heads={[text.matter, text.organ, text.since, text.told, text.state]}
          rows={items.map((violation) => ({
            key: violation.id,
            cells: [
              <Fragment key="name">
                <Link to="/violations/$id" params={{ id: violation.id }} className="title-link">
                  {violation.title}
                </Link>
                <p>{language === 'zh' ? violation.act : violation.actEn}</p>
                <p className="quiet">{text.kinds[violation.kind]}</p>
              </Fragment>,
              violation.organ.shortName,
              cityTime(violation.occurredAt, language),
              <OpenSince key="told" of={violation} />,
              <ViolationState key="state" of={violation} />,
            ],
          }))}
        />
      )}
    </DutyListPage>
  );
};
