import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { incidentsQuery } from '../../api/duty-questions.js';
import { useWords } from '../../language/language.js';
import { DutyListPage } from '../../parts/duty-list-page.js';
import { inState } from '../../parts/in-state.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { DeedDialog } from './deed-dialog.js';
import { IncidentTable } from './incident-table.js';
import { words } from './words.js';

const route = getRouteApi('/incidents');

export const IncidentsPage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const filters = route.useSearch();
  const [reporting, setReporting] = useState(false);
  const list = useQuery(incidentsQuery(inState(filters)));
  const { title, states, search, empty } = text;
  return (
    <>
      <DutyListPage
        {...{ title, states, search, empty, filters, list }}
        lead={({ total }) => text.lead(total)}
        onChange={(next) => void navigate({ to: '/incidents', search: next })}
        actions={
          <ReasonedButton
            type="primary"
            label={text.report}
            reasons={list.data?.actions.report.reasons}
            onClick={() => setReporting(true)}
          />
        }
      >
        {(items) => <IncidentTable incidents={items} />}
      </DutyListPage>
      {reporting && (
        <DeedDialog
          deed="report"
          incidentId=""
          onClose={() => setReporting(false)}
          onSaved={({ id }) => void navigate({ to: '/incidents/$id', params: { id } })}
        />
      )}
    </>
  );
};
