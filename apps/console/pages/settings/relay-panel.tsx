import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { RelayBoard } from '../../api/contract.js';
import { registerQuery, relayBoardQuery } from '../../api/register-questions.js';
import { useWords } from '../../language/language.js';
import { Answer, Failure } from '../../parts/answer.js';
import { Pages } from '../../parts/pages.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { optionsOf } from '../../parts/options-of.js';
import { RegisterPanel } from './register-panel.js';
import { registerWords } from './register-words.js';
import { Sheet } from '../../parts/sheet.js';
import { words } from './words.js';

type Row = RelayBoard['items'][number];
const tones: Readonly<Record<string, Tone>> = { asked: 'info', relayed: 'success', notRelayed: 'error' };
const pageSize = 10;

const useSites = () => {
  const text = useWords(registerWords);
  const question = useQuery(registerQuery('relaySite', { pageSize: 200 }));
  const sites = (question.data?.items ?? []).map(({ id, detail }) => ({
    value: id,
    label: String(detail['name'] ?? text.site),
  }));
  return { question, sites };
};

const Sites = ({ row }: { row: Row }) => {
  const text = useWords(registerWords);
  const names = new Map(useSites().sites.map(({ value, label }) => [value, label]));
  return (
    <div className="relay-sites">
      {row.sites.map(({ siteId, state, url }) => (
        <StateTag key={siteId} tone={state === null ? 'quiet' : (tones[state] ?? 'quiet')}>
          {url === '' ? (
            names.get(siteId)
          ) : (
            <a href={url} target="_blank" rel="noreferrer">
              {names.get(siteId)}
            </a>
          )}{' '}
          {state === null ? text.unrecorded : text.relayStates[state]}
        </StateTag>
      ))}
    </div>
  );
};

const RelayDialog = ({ row, onClose }: { row: Row; onClose: () => void }) => {
  const text = useWords(registerWords);
  const { question, sites } = useSites();
  return (
    <FormDialog
      title={text.relayOf(row.release.title)}
      from={[question]}
      fields={[
        { name: 'siteId', label: text.site, kind: 'select', options: sites },
        {
          ...{ name: 'state', label: text.relayState, kind: 'select' },
          options: optionsOf(text.relayStates),
        },
        { name: 'url', label: text.relayUrl, optional: true },
        { name: 'note', label: text.note, optional: true },
      ]}
      initial={{ siteId: sites[0]?.value ?? '', state: 'relayed', url: '', note: '' }}
      deed={(detail) => ({
        ...{ path: '/registers', method: 'POST' },
        body: { register: 'relay', organId: row.organ.id, detail: { ...detail, releaseId: row.release.id } },
      })}
      onClose={onClose}
    />
  );
};

const Board = () => {
  const text = useWords(registerWords);
  const common = useWords(words);
  const [page, setPage] = useState(1);
  const [open, setOpen] = useState<Row | null>(null);
  const board = useQuery(relayBoardQuery({ page, pageSize }));
  const relays = useQuery(registerQuery('relay', { pageSize: 1 }));
  const sites = useSites().question;
  return (
    <section className="panel">
      <h2>{text.relayBoard}</h2>
      <Failure of={relays} />
      <Failure of={sites} />
      <Answer of={board} rows={4}>
        {(data) => (
          <Pages of={data} empty={<p className="quiet">{text.nothingToRelay}</p>} onPage={setPage}>
            <Sheet
              heads={[text.release, common.organ, text.relayState, '']}
              rows={data.items.map((row) => ({
                key: row.release.id,
                cells: [
                  <Link
                    key="release"
                    to="/releases/$id"
                    params={{ id: row.release.id }}
                    className="title-link"
                  >
                    {row.release.title}
                  </Link>,
                  row.organ.shortName,
                  <Sites key="sites" row={row} />,
                  <ReasonedButton
                    key="record"
                    label={text.recordRelay}
                    reasons={relays.data?.actions.record.reasons}
                    onClick={() => setOpen(row)}
                  />,
                ],
              }))}
            />
          </Pages>
        )}
      </Answer>
      {open !== null && <RelayDialog row={open} onClose={() => setOpen(null)} />}
    </section>
  );
};

/** The sites that relay the portal, and which of them relayed what (Art.17). */
export const RelayPanel = () => {
  const text = useWords(registerWords);
  return (
    <>
      <RegisterPanel
        register="relaySite"
        ofOffice
        heads={[text.site, text.siteKind]}
        initial={{ kind: 'newsSite' }}
        fields={[
          { name: 'name', label: text.site },
          { name: 'url', label: text.siteUrl },
          {
            ...{ name: 'kind', label: text.siteKind, kind: 'select' },
            options: optionsOf(text.siteKinds),
          },
        ]}
        cellsOf={({ detail }) => [
          <a key="site" href={String(detail['url'])} target="_blank" rel="noreferrer">
            {detail['name']}
          </a>,
          text.siteKinds[detail['kind'] as keyof typeof text.siteKinds],
        ]}
      />
      <Board />
    </>
  );
};
