import { Button, Popconfirm } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { CalendarView } from '../../api/contract.js';
import { calendarQuery } from '../../api/register-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag } from '../../parts/state-tag.js';
import { ImportYearDialog } from './import-year-dialog.js';
import { dayRanges } from './day-ranges.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { ruleWords } from './rule-words.js';
import { Sheet } from '../../parts/sheet.js';
import { useDeed } from '../../parts/use-deed.js';

type Year = CalendarView['years'][number];

/** Limits reach back no further; the others are a fold away. */
const shownYears = 2;

const daysOf = (year: Year, workday: boolean): string =>
  dayRanges(year.days.filter((day) => day.workday === workday)).join(' · ');

const Years = ({ years }: { years: readonly Year[] }) => {
  const text = useWords(ruleWords);
  const { language } = useLanguage();
  return (
    <Sheet
      heads={[text.year, text.off, text.worked, text.source]}
      rows={years.map((year) => ({
        key: String(year.year),
        cells: [
          year.year,
          daysOf(year, false),
          daysOf(year, true),
          <span key="source" className="in-text">
            {year.papers.map((paper) => (
              <a key={paper} href={paper} target="_blank" rel="noreferrer">
                {text.paper}{' '}
              </a>
            ))}
            {year.imported === null
              ? text.shipped
              : text.importedBy(year.imported.by, cityTime(year.imported.at, language))}
          </span>,
        ],
      }))}
    />
  );
};

const RestDays = ({ calendar }: { calendar: CalendarView }) => {
  const text = useWords(ruleWords);
  const remove = useDeed(() => undefined);
  return (
    <>
      <ul className="line-list">
        {calendar.restDays.map(({ date, name, addedBy }) => (
          <li key={date}>
            {date} {name} <span className="quiet">· {addedBy}</span>
            {calendar.reasons.length === 0 && (
              <Popconfirm
                title={text.removeAsk(date)}
                okText={text.remove}
                cancelText={text.cancel}
                onConfirm={() =>
                  remove.mutate({ path: '/calendar/rest-days/removals', method: 'POST', body: { date } })
                }
              >
                <Button type="link">{text.remove}</Button>
              </Popconfirm>
            )}
          </li>
        ))}
      </ul>
      {calendar.restDays.length === 0 && <p className="quiet">{text.noRestDays}</p>}
      {remove.isError && <RefusalNotice error={remove.error} />}
    </>
  );
};

const Dialogs = ({ open, onClose }: { open: 'year' | 'restDay' | null; onClose: () => void }) => {
  const text = useWords(ruleWords);
  if (open === 'year') return <ImportYearDialog onClose={onClose} />;
  if (open === 'restDay')
    return (
      <FormDialog
        title={text.addRestDay}
        fields={[
          { name: 'date', label: text.date, kind: 'date' },
          { name: 'name', label: text.name },
        ]}
        initial={{ date: '', name: '' }}
        deed={(body) => ({ path: '/calendar/rest-days', method: 'POST', body })}
        onClose={onClose}
      />
    );
  return null;
};

/** Working days: the years whose notice is known, and this city's own days of rest. */
export const CalendarPanel = () => {
  const text = useWords(ruleWords);
  const calendar = useQuery(calendarQuery);
  const [open, setOpen] = useState<'year' | 'restDay' | null>(null);
  return (
    <Answer of={calendar} rows={6}>
      {(view) => (
        <section className="panel">
          <div className="panel-head">
            <h2>{text.calendar}</h2>
            <ReasonedButton label={text.importYear} reasons={view.reasons} onClick={() => setOpen('year')} />
          </div>
          {view.unknownYears.map((year) => (
            <p key={year}>
              <StateTag tone="warning">{text.unknownYear(year)}</StateTag>
            </p>
          ))}
          <div className="panel-head">
            <h3>{text.restDays}</h3>
            <ReasonedButton
              label={text.addRestDay}
              reasons={view.reasons}
              onClick={() => setOpen('restDay')}
            />
          </div>
          <RestDays calendar={view} />
          <h3>{text.years}</h3>
          <Years years={view.years.slice(0, shownYears)} />
          <details>
            <summary>{text.olderYears}</summary>
            <Years years={view.years.slice(shownYears)} />
          </details>
          <Dialogs open={open} onClose={() => setOpen(null)} />
        </section>
      )}
    </Answer>
  );
};
