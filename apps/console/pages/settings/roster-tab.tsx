import { Button, Segmented } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { RosterEntryView, RosterRow } from '../../api/contract.js';
import { rosterQuery } from '../../api/register-questions.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Pages } from '../../parts/pages.js';
import { StateTag } from '../../parts/state-tag.js';
import { PublicationPanel } from './publication-panel.js';
import { StaffingPanel } from './staffing-panel.js';
import { Sheet } from '../../parts/sheet.js';
import { words } from './words.js';

interface RosterTabProps {
  readonly only: string | undefined;
  readonly page: number;
  readonly onChange: (next: AddressFilters) => void;
}

const pageSize = 20;

const Persons = ({ entries, required }: { entries: readonly RosterEntryView[]; required: boolean }) => {
  const text = useWords(words);
  if (entries.length === 0)
    return required ? (
      <StateTag tone="error">{text.vacant}</StateTag>
    ) : (
      <span className="quiet">{text.notAsked}</span>
    );
  return (
    <>
      {entries.map((entry) => (
        <div key={entry.id}>
          {entry.name}
          <p className="quiet">
            {entry.title}
            {entry.temporary && ` · ${entry.topic} · ${text.until(entry.untilOn ?? '')}`}
          </p>
          <RankNote entry={entry} />
        </div>
      ))}
    </>
  );
};

/** A rank that Art.8 does not name is shown with the reason that was given for it. */
export const RankNote = ({ entry }: { entry: RosterEntryView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (entry.rankWanted === null) return null;
  return (
    <>
      <StateTag tone="warning">
        {text.rankWanted((language === 'en' ? entry.rankWantedEn : undefined) ?? entry.rankWanted)}
      </StateTag>
      {entry.rankReason !== '' && <p className="quiet">{text.rankBecause(entry.rankReason)}</p>}
    </>
  );
};

export const FilingTag = ({ filing }: Pick<RosterRow, 'filing'>) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (filing.overdue && filing.dueAt !== null)
    return <StateTag tone="error">{text.overdueSince(cityTime(filing.dueAt, language))}</StateTag>;
  if (filing.pending)
    return (
      <StateTag tone="warning">
        {filing.dueAt === null ? text.toFile : text.fileBefore(cityTime(filing.dueAt, language))}
      </StateTag>
    );
  if (filing.filedAt === null) return <span className="quiet">{text.neverFiled}</span>;
  return <StateTag tone="success">{text.filedAt(cityTime(filing.filedAt, language))}</StateTag>;
};

const rowOf = (row: RosterRow) => ({
  key: row.organ.id,
  cells: [
    <Link key="organ" to="/settings" search={{ tab: 'roster', organ: row.organ.id }} className="title-link">
      {row.organ.shortName}
    </Link>,
    <Persons key="spokesperson" entries={[...row.spokespersons, ...row.temporary]} required={row.required} />,
    <Persons key="assistant" entries={row.pressAssistants} required={row.required} />,
    <FilingTag key="filing" filing={row.filing} />,
  ],
});

/** Who speaks for whom, who lacks somebody, and whose change is not filed (Art.7–9). */
export const RosterTab = ({ only, page, onChange }: RosterTabProps) => {
  const text = useWords(words);
  const list = useQuery(rosterQuery({ only, page, pageSize }));
  const counts = list.data?.counts;
  return (
    <>
      <StaffingPanel />
      <PublicationPanel />
      <Segmented
        className="settings-filter"
        value={only ?? 'all'}
        options={[
          { value: 'all', label: text.all },
          { value: 'lacking', label: text.lacking(counts?.lacking ?? 0) },
          { value: 'pending', label: text.pending(counts?.pending ?? 0) },
          { value: 'overdue', label: text.overdue(counts?.overdue ?? 0) },
        ]}
        onChange={(key) => onChange({ only: key === 'all' ? undefined : key })}
      />
      <Answer of={list} rows={10}>
        {(data) => (
          <Pages
            of={data}
            empty={
              <EmptyNote sentence={text.nobodyHere}>
                <Button onClick={() => onChange({})}>{text.seeAll}</Button>
              </EmptyNote>
            }
          >
            <Sheet
              heads={[text.organ, text.spokesperson, text.pressAssistant, text.filing]}
              rows={data.items.map(rowOf)}
            />
          </Pages>
        )}
      </Answer>
    </>
  );
};
