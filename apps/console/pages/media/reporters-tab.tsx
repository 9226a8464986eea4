import { Button, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { StandingView } from '../../api/press-contract.js';
import { accreditationRulesQuery, standingsQuery } from '../../api/press-questions.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Failure } from '../../parts/answer.js';
import { optionsOf } from '../../parts/options-of.js';
import { StandingTag } from '../../parts/standing-tag.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { CheckDialog } from './check-dialog.js';
import { pageSize, RegisterFrame, useRegisterFilters } from './register-frame.js';
import { ImportDialog } from './import-dialog.js';
import { EditReporter, ReporterDialog } from './reporter-dialog.js';
import { words } from './words.js';

export const ReportersTab = () => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const { filters, change } = useRegisterFilters();
  const { q, page, state } = filters;
  const list = useQuery(standingsQuery({ q, page, state, pageSize }));
  const reasons = list.data?.actions.edit.reasons;
  const rules = useQuery(accreditationRulesQuery);
  const days = rules.data?.endingWithinDays;
  const [checking, setChecking] = useState<StandingView | null>(null);
  const [open, setOpen] = useState<'add' | 'import' | StandingView['reporter'] | null>(null);
  const close = (): void => setOpen(null);
  const states = optionsOf(shared.standings);
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
              options={[
                { value: 'all', label: text.allReporters },
                ...states,
                { value: 'inactive', label: text.inactive },
              ]}
              onChange={(value) => change({ state: value === 'all' ? undefined : value })}
            />
            <ReasonedButton label={text.addReporter} reasons={reasons} onClick={() => setOpen('add')} />
            <ReasonedButton label={text.import} reasons={reasons} onClick={() => setOpen('import')} />
            <Failure of={rules} />
            {days !== undefined && <span className="quiet">{text.ending(days)}</span>}
          </>
        }
        columns={[shared.reporter, shared.outlet, text.standing, '']}
        idOf={({ reporter }) => reporter.id}
        row={(standing) => [
          <strong key="name">{standing.reporter.name}</strong>,
          standing.reporter.outletName,
          <StandingTag key="standing" standing={standing} />,
          <div key="deeds" className="row-deeds">
            <Button size="small" onClick={() => setChecking(standing)}>
              {text.check}
            </Button>
            <ReasonedButton
              size="small"
              label={text.edit}
              reasons={reasons}
              onClick={() => setOpen(standing.reporter)}
            />
          </div>,
        ]}
      />
      {checking !== null && <CheckDialog reporter={checking.reporter} onClose={() => setChecking(null)} />}
      {open === 'add' && <ReporterDialog reporter={null} onClose={close} />}
      {open === 'import' && <ImportDialog onClose={close} />}
      {open !== null && typeof open === 'object' && <EditReporter of={open} onClose={close} />}
    </>
  );
};
