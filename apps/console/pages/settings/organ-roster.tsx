import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { OrganRoster, RosterEntryView } from '../../api/contract.js';
import { organRosterQuery } from '../../api/register-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { StateTag } from '../../parts/state-tag.js';
import { AppointDialog, EndDialog, FileDialog } from './roster-dialogs.js';
import { FilingTag, RankNote } from './roster-tab.js';
import { Sheet } from '../../parts/sheet.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { words } from './words.js';

type Open =
  | { readonly deed: 'appoint'; readonly replaces: RosterEntryView | null }
  | { readonly deed: 'end'; readonly entry: RosterEntryView }
  | { readonly deed: 'file' }
  | null;

const Entries = ({ roster, onOpen }: { roster: OrganRoster; onOpen: (open: Open) => void }) => {
  const { aside } = usePunctuation();
  const text = useWords(words);
  const { language } = useLanguage();
  const { reasons } = roster.actions.appoint;
  return (
    <Sheet
      heads={[text.name, text.post, text.term, text.phone, '']}
      rows={roster.history.map((entry) => ({
        key: entry.id,
        cells: [
          <div key="name">
            <strong>{entry.name}</strong>
            <p className="quiet">
              {entry.title} · {(language === 'en' ? entry.rankTitleEn : undefined) ?? entry.rankTitle}
            </p>
            <RankNote entry={entry} />
          </div>,
          entry.temporary ? `${text.temporary}${aside(entry.topic)}` : text.posts[entry.post],
          <div key="term">
            {text.span(entry.fromOn, entry.untilOn)}
            {entry.endedReason !== null && <p className="quiet">{entry.endedReason}</p>}
            {!entry.active && <StateTag tone="quiet">{text.ended}</StateTag>}
          </div>,
          entry.phone,
          entry.active && entry.endedReason === null && (
            <div key="deeds" className="row-deeds">
              {!entry.temporary && (
                <ReasonedButton
                  label={text.replace}
                  reasons={reasons}
                  onClick={() => onOpen({ deed: 'appoint', replaces: entry })}
                />
              )}
              <ReasonedButton
                label={text.endPost}
                reasons={reasons}
                onClick={() => onOpen({ deed: 'end', entry })}
              />
            </div>
          ),
        ],
      }))}
    />
  );
};

const Filings = ({ roster }: { roster: OrganRoster }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <section className="panel">
      <h2>{text.filings}</h2>
      {roster.filings.length === 0 && <p className="quiet">{text.neverFiled}</p>}
      <ul className="line-list">
        {roster.filings.map((filing) => (
          <li key={filing.id}>
            {cityTime(filing.filedAt, language)} · {filing.filedBy}
            {filing.note !== '' && ` · ${filing.note}`}
            <p className="quiet">
              {text.digest} {filing.digest.slice(0, 16)}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Whole = ({ roster, onBack }: { roster: OrganRoster; onBack: () => void }) => {
  const text = useWords(words);
  const [open, setOpen] = useState<Open>(null);
  const done = (): void => setOpen(null);
  const { appoint, file } = roster.actions;
  return (
    <>
      <section className="panel">
        <div className="panel-head roster-head">
          <h2>{roster.organ.name}</h2>
          <div className="row-deeds">
            <Button onClick={onBack}>{text.back}</Button>
            <ReasonedButton
              label={text.appoint}
              reasons={appoint.reasons}
              onClick={() => setOpen({ deed: 'appoint', replaces: null })}
            />
            <ReasonedButton
              type="primary"
              label={text.file}
              reasons={file.reasons}
              onClick={() => setOpen({ deed: 'file' })}
            />
          </div>
        </div>
        <FilingTag filing={roster.filing} />
        {roster.lacks.map((lack) => (
          <StateTag key={lack} tone="error">
            {text.lacks[lack]}
          </StateTag>
        ))}
      </section>
      <Entries roster={roster} onOpen={setOpen} />
      <Filings roster={roster} />
      {open?.deed === 'appoint' && <AppointDialog roster={roster} replaces={open.replaces} onClose={done} />}
      {open?.deed === 'end' && <EndDialog entry={open.entry} onClose={done} />}
      {open?.deed === 'file' && <FileDialog roster={roster} onClose={done} />}
    </>
  );
};

export const OrganRosterPanel = ({ organId, onBack }: { organId: string; onBack: () => void }) => {
  const roster = useQuery(organRosterQuery(organId));
  return <Answer of={roster}>{(data) => <Whole roster={data} onBack={onBack} />}</Answer>;
};
