import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { conferencesQuery } from '../../api/duty-questions.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { useWords } from '../../language/language.js';
import { DutyListPage } from '../../parts/duty-list-page.js';
import { optionsOf } from '../../parts/options-of.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { ConferenceDialog } from './conference-dialog.js';
import { ConferenceTable } from './conference-table.js';
import { RoutinePanel } from './routine-panel.js';
import { words } from './words.js';

const route = getRouteApi('/conferences');
const pageSize = 30;

interface StateChoiceProps {
  readonly state: string | undefined;
  readonly onChange: (state: string | undefined) => void;
}

const StateChoice = ({ state = '', onChange }: StateChoiceProps) => {
  const text = useWords(words);
  return (
    <Select
      className="filter"
      aria-label={text.state}
      value={state}
      options={[{ value: '', label: text.all }, ...optionsOf(text.states)]}
      onChange={(next) => onChange(next === '' ? undefined : next)}
    />
  );
};

export const ConferencesPage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const filters = route.useSearch();
  const [planning, setPlanning] = useState(false);
  const list = useQuery(conferencesQuery({ ...filters, pageSize }));
  const { title, search, empty } = text;
  const kinds: AddressFilters = text.kinds;
  const to = (next: AddressFilters): void => void navigate({ to: '/conferences', search: next });
  return (
    <>
      <DutyListPage
        {...{ title, search, empty, filters, list }}
        lead={({ total }) => text.lead(total)}
        narrowed={{ kind: kinds[filters['kind'] ?? ''] }}
        choice={
          <StateChoice
            state={filters['state']}
            onChange={(state) => to({ ...filters, page: undefined, state })}
          />
        }
        onChange={to}
        actions={
          <ReasonedButton
            type="primary"
            label={text.plan}
            reasons={list.data?.actions.plan.reasons}
            onClick={() => setPlanning(true)}
          />
        }
        below={<RoutinePanel />}
      >
        {(items) => <ConferenceTable conferences={items} />}
      </DutyListPage>
      {planning && (
        <ConferenceDialog
          conference={null}
          onClose={() => setPlanning(false)}
          onSaved={(id) => void navigate({ to: '/conferences/$id', params: { id } })}
        />
      )}
    </>
  );
};
