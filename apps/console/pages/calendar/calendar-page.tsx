import { serverDate } from '../../api/server-clock.js';
import { LockOutlined, WarningOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { Alert, Button } from 'antd';
import { useMemo, useState } from 'react';
import type { AgendaEntry } from '../../api/contract.js';
import { conferencesQuery } from '../../api/duty-questions.js';
import { agendaQuery } from '../../api/questions.js';
import { organsQuery } from '../../api/register-questions.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { useWords } from '../../language/language.js';
import { Answer, Failure } from '../../parts/answer.js';
import { wallTime } from '../../parts/city-time.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { NewRelease } from '../../parts/new-release.js';
import { Page } from '../../parts/page.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { usePhone } from '../../parts/use-media.js';
import { ConferenceDialog } from '../conferences/conference-dialog.js';
import { AgendaList } from './agenda-list.js';
import { CalendarBar, CalendarFilters } from './calendar-bar.js';
import { DeskContext } from './calendar-context.js';
import { clashesOf } from './clashes.js';
import { DayGrid } from './day-grid.js';
import { useDayNames } from './day-name.js';
import { dayOf, isDay, shownDays, views, type Day, type View } from './days.js';
import { FaceIcon, faces } from './entry-face.js';
import { isAhead, keyOf, openConflicts, passes, type MovableEntry } from './entry.js';
import { MoveDialog, type Move } from './move-dialog.js';
import { words } from './words.js';

const route = getRouteApi('/calendar');
const none: readonly AgendaEntry[] = [];

const countsOf = (items: readonly AgendaEntry[]) => ({
  ahead: items.filter((entry) => entry.kind === 'release' && isAhead(entry)).length,
  conferences: items.filter(({ kind }) => kind === 'conference').length,
  deadlines: items.filter(({ kind }) => kind === 'deadline').length,
  conflicts: items.filter((entry) => openConflicts(entry) > 0).length,
});

const NewButtons = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const conferences = useQuery(conferencesQuery({ pageSize: 1 }));
  const [planning, setPlanning] = useState(false);
  return (
    <>
      <ReasonedButton
        label={text.newConference}
        reasons={conferences.data?.actions.plan.reasons}
        onClick={() => setPlanning(true)}
      />
      <Failure of={conferences} />
      <NewRelease />
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

/** What each sign stands for. */
const Legend = () => {
  const text = useWords(words);
  return (
    <div className="cal-legend">
      {faces.map((face) => (
        <span key={face} className={`cal-${face}`}>
          <FaceIcon face={face} /> {text.faces[face]}
        </span>
      ))}
      <span className="cal-mark">
        <WarningOutlined aria-hidden /> {text.warnings}
      </span>
      <span className="cal-mark">
        <LockOutlined aria-hidden /> {text.kinds.embargo}
      </span>
      <span className="quiet">{text.dragHelp}</span>
    </div>
  );
};

const useOrganName = (): ((id: string) => string) => {
  const organs = useQuery(organsQuery);
  const names = new Map((organs.data?.items ?? []).map(({ id, shortName }) => [id, shortName]));
  return (id) => names.get(id) ?? '';
};

/** Releases, embargoes, conferences and deadlines of the organs that the reader sees, with what clashes. */
export const CalendarPage = () => {
  const text = useWords(words);
  const phone = usePhone();
  const navigate = useNavigate();
  const names = useDayNames();
  const organName = useOrganName();
  const filters: AddressFilters = route.useSearch();
  const [dragged, drag] = useState<MovableEntry | null>(null);
  const [move, setMove] = useState<Move | null>(null);
  const asked = filters['on'];
  const on: Day = isDay(asked) ? asked : dayOf(wallTime(serverDate()));
  const view: View = phone ? 'agenda' : (views.find((each) => each === filters['view']) ?? 'month');
  const agenda = useQuery(agendaQuery(shownDays(view, on)));
  const change = (next: AddressFilters): void =>
    void navigate({ to: '/calendar', search: { ...filters, ...next } });
  const all = agenda.data?.items ?? none;
  const filter = { kind: filters['kind'], organ: filters['organ'], conflict: filters['conflict'] };
  const items = all.filter((entry) => passes(entry, filter));
  // Of everything: a filter does not make two things at one hour agree, and a drag compares nothing anew.
  const clashes = useMemo(() => new Map(all.map((entry) => [keyOf(entry), clashesOf(entry, all)])), [all]);
  const desk = {
    ...{ clashes, organName, dragged, drag },
    today: dayOf(agenda.data?.now ?? ''),
    move: (entry: MovableEntry, to: Day | null) => setMove({ entry, to }),
  };
  const filtered = Object.values(filter).some((value) => value !== undefined);
  return (
    <Page
      title={text.title}
      lead={agenda.data === undefined ? ' ' : text.lead(countsOf(items))}
      actions={<NewButtons />}
    >
      <div className="cal-tools">
        <CalendarBar view={view} on={on} phone={phone} onChange={change} />
        <CalendarFilters value={filters} onChange={change} />
      </div>
      <DeskContext value={desk}>
        <Answer of={agenda} rows={12}>
          {({ days, left }) => (
            <>
              {left > 0 && <Alert type="warning" showIcon title={text.left(left)} />}
              {view !== 'agenda' && (
                <DayGrid
                  title={names.period(view, on)}
                  days={days}
                  items={items}
                  small={view === 'month'}
                  month={view === 'month' ? on.slice(0, 7) : ''}
                />
              )}
              {view === 'agenda' && <AgendaList days={days} items={items} />}
              {view === 'agenda' && items.length === 0 && (
                <EmptyNote sentence={filtered ? text.emptyFiltered : text.empty}>
                  {filtered && (
                    <Button
                      onClick={() => change({ kind: undefined, organ: undefined, conflict: undefined })}
                    >
                      {text.seeAll}
                    </Button>
                  )}
                </EmptyNote>
              )}
              {view !== 'agenda' && <Legend />}
            </>
          )}
        </Answer>
      </DeskContext>
      {move !== null && <MoveDialog move={move} onClose={() => setMove(null)} />}
    </Page>
  );
};
