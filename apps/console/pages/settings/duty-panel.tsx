import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RoutineDutyList } from '../../api/contract.js';
import { organsQuery } from '../../api/register-questions.js';
import { routineDutiesQuery } from '../../api/duty-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { Sheet } from '../../parts/sheet.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';

type Row = RoutineDutyList['items'][number];

interface DialogProps {
  readonly list: RoutineDutyList;
  /** The organ to be freed; null for one that is to be bound. */
  readonly row: Row | null;
  readonly onClose: () => void;
}

const DutyDialog = ({ list, row, onClose }: DialogProps) => {
  const text = useWords(words);
  const bound = new Set(list.items.map(({ organ }) => organ.id));
  const known = useQuery(organsQuery);
  const organs = (known.data?.items ?? [])
    .filter(({ id, kind }) => kind !== 'imported' && !bound.has(id))
    .map(({ id, name }) => ({ value: id, label: name }));
  if (row !== null)
    return (
      <FormDialog
        {...{ title: text.freeOrgan(row.organ.shortName), okText: text.free, lead: text.freeLead, onClose }}
        fields={[]}
        initial={{}}
        deed={() => ({ path: `/routine-duties/${row.organ.id}`, method: 'PUT', body: { on: false } })}
      />
    );
  return (
    <FormDialog
      {...{ title: text.bind, okText: text.bind, lead: text.bindLead, onClose }}
      from={[known]}
      fields={[{ name: 'organId', label: text.organ, kind: 'select', options: organs }]}
      initial={{ organId: '' }}
      deed={({ organId }) => ({
        ...{ path: `/routine-duties/${String(organId)}`, method: 'PUT' },
        body: { on: true },
      })}
    />
  );
};

const Counts = ({ duties }: { duties: Row['duties'] }) => {
  const { language } = useLanguage();
  return (
    <>
      {duties.map(({ rule, title, titleEn, period, done, required, met }) => (
        <p key={rule}>
          <StateTag tone={met ? 'success' : 'info'}>
            {done} / {required}
          </StateTag>{' '}
          {language === 'en' ? (titleEn ?? title) : title} <span className="quiet">{period}</span>
        </p>
      ))}
    </>
  );
};

/** Which organs must hold conferences as a routine, by the quarter, half-year and year (Art.29). */
export const DutyPanel = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const duties = useQuery(routineDutiesQuery);
  const [open, setOpen] = useState<Row | 'bind' | null>(null);
  return (
    <Answer of={duties} rows={3}>
      {(list) => (
        <section className="panel" aria-label={text.duty}>
          <div className="panel-head">
            <h2>{text.duty}</h2>
            <ReasonedButton
              label={text.bind}
              reasons={list.actions.set.reasons}
              onClick={() => setOpen('bind')}
            />
          </div>
          <p className="quiet">{text.dutyHelp}</p>
          {list.items.length === 0 ? (
            <p>{text.noDuty}</p>
          ) : (
            <Sheet
              heads={[text.organ, text.dutySince, text.dutyCounts, '']}
              rows={list.items.map((row) => ({
                key: row.organ.id,
                cells: [
                  <strong key="organ">{row.organ.name}</strong>,
                  cityTime(row.since, language),
                  <Counts key="counts" duties={row.duties} />,
                  <ReasonedButton
                    key="free"
                    size="small"
                    label={text.free}
                    reasons={list.actions.set.reasons}
                    onClick={() => setOpen(row)}
                  />,
                ],
              }))}
            />
          )}
          {open !== null && (
            <DutyDialog list={list} row={open === 'bind' ? null : open} onClose={() => setOpen(null)} />
          )}
        </section>
      )}
    </Answer>
  );
};
