import { Button, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StandingView } from '../../api/press-contract.js';
import { accreditationRulesQuery, standingsQuery } from '../../api/press-questions.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { StandingTag } from '../../parts/standing-tag.js';
import { CheckDialog } from './check-dialog.js';
import { useMayEdit } from './may-edit.js';
import { pageSize, RegisterFrame, useRegisterFilters } from './register-frame.js';
import { ReporterDialog } from './reporter-dialog.js';
import { words } from './words.js';

export const ReportersTab = () => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const mayEdit = useMayEdit();
  const { filters, change } = useRegisterFilters();
  const { q, page, state } = filters;
  const list = useQuery(standingsQuery({ q, page, state, pageSize }));
  const days = useQuery(accreditationRulesQuery).data?.endingWithinDays;
  const [checking, setChecking] = useState<StandingView | null>(null);
  const [adding, setAdding] = useState(false);
  const states = Object.entries(shared.standings).map(([value, label]) => ({ value, label }));
  return (
    <>
      <RegisterFrame
        of={list}
        tools={
          <>
            <Select
              className="filter"
              aria-label={text.standing}
              value={state ?? 'all'}
              options={[{ value: 'all', label: text.all }, ...states]}
              onChange={(value) => change({ state: value === 'all' ? undefined : value })}
            />
            {mayEdit && <Button onClick={() => setAdding(true)}>{text.addReporter}</Button>}
            {days !== undefined && <span className="quiet">{text.ending(days)}</span>}
          </>
        }
        columns={[shared.reporter, shared.outlet, text.standing, text.check]}
        idOf={({ reporter }) => reporter.id}
        row={(standing) => [
          <strong key="name">{standing.reporter.name}</strong>,
          standing.reporter.outletName,
          <StandingTag key="standing" standing={standing} />,
          <Button key="check" size="small" onClick={() => setChecking(standing)}>
            {text.check}
          </Button>,
        ]}
      />
      {checking !== null && <CheckDialog reporter={checking.reporter} onClose={() => setChecking(null)} />}
      {adding && <ReporterDialog onClose={() => setAdding(false)} />}
    </>
  );
};
