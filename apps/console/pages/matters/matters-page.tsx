import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { mattersQuery } from '../../api/duty-questions.js';
import { useWords } from '../../language/language.js';
import { DutyListPage } from '../../parts/duty-list-page.js';
import { inState } from '../../parts/in-state.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { MatterDialog } from './matter-dialog.js';
import { MatterTable } from './matter-table.js';
import { words } from './words.js';

const route = getRouteApi('/matters');

export const MattersPage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const filters = route.useSearch();
  const [opening, setOpening] = useState(false);
  const list = useQuery(mattersQuery(inState(filters)));
  const { title, states, search, empty } = text;
  return (
    <>
      <DutyListPage
        {...{ title, states, search, empty, filters, list }}
        lead={({ total }) => text.lead(total)}
        onChange={(next) => void navigate({ to: '/matters', search: next })}
        actions={
          <ReasonedButton
            type="primary"
            label={text.open}
            reasons={list.data?.actions.open.reasons}
            onClick={() => setOpening(true)}
          />
        }
      >
        {(items) => <MatterTable matters={items} />}
      </DutyListPage>
      {opening && (
        <MatterDialog
          matter={null}
          onClose={() => setOpening(false)}
          onSaved={(id) => void navigate({ to: '/matters/$id', params: { id } })}
        />
      )}
    </>
  );
};
