import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { interviewsQuery } from '../../api/press-questions.js';
import { useWords } from '../../language/language.js';
import { DutyListPage } from '../../parts/duty-list-page.js';
import { inState } from '../../parts/in-state.js';
import { InterviewTable } from './interview-table.js';
import { RegisterDialog } from './register-dialog.js';
import { words } from './words.js';

const route = getRouteApi('/interviews');

export const InterviewsPage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const filters = route.useSearch();
  const [registering, setRegistering] = useState(false);
  const list = useQuery(interviewsQuery(inState(filters)));
  const { title, filters: states, search, empty } = text;
  return (
    <>
      <DutyListPage
        {...{ title, states, search, empty, filters, list }}
        lead={({ total, alarmHours }) => text.lead(total, alarmHours)}
        narrowed={{ held: text.given }}
        onChange={(next) => void navigate({ to: '/interviews', search: next })}
        actions={
          <Button type="primary" onClick={() => setRegistering(true)}>
            {text.register}
          </Button>
        }
      >
        {(items) => <InterviewTable interviews={items} />}
      </DutyListPage>
      {registering && <RegisterDialog onClose={() => setRegistering(false)} />}
    </>
  );
};
