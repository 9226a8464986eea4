import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ForeignSourceView } from '../../../api/contract.js';
import { foreignSourcesQuery } from '../../../api/settings-questions.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { Answer } from '../../../parts/answer.js';
import { cityTime } from '../../../parts/city-time.js';
import { EmptyNote } from '../../../parts/empty-note.js';
import { ReasonedButton } from '../../../parts/reasoned-button.js';
import { Sheet } from '../../../parts/sheet.js';
import { StateTag, type Tone } from '../../../parts/state-tag.js';
import { AddSource, ReviseSource } from './source-dialogs.js';
import { words } from './words.js';

type Open = { readonly deed: 'add' } | { readonly deed: 'revise'; readonly id: string } | null;

interface SourceProps {
  readonly source: ForeignSourceView;
}

const tones: Readonly<Record<NonNullable<ForeignSourceView['outcome']>, Tone>> = {
  read: 'success',
  unchanged: 'success',
  refused: 'error',
  later: 'warning',
  failed: 'warning',
};

const Which = ({ source }: SourceProps) => {
  const text = useWords(words);
  return (
    <>
      <strong>{source.name}</strong>
      {!source.enabled && <StateTag tone="quiet">{text.off}</StateTag>}
      <p className="quiet">
        {source.organ.name} · {text.kinds[source.kind]}
      </p>
      <p className="quiet break-anywhere">{source.url}</p>
    </>
  );
};

const How = ({ source }: SourceProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { outcome, lookedAt, reason, enabled } = source;
  if (outcome === null || lookedAt === null) return <p className="quiet">{text.notYet}</p>;
  return (
    <>
      <StateTag tone={tones[outcome]}>{text.outcomes[outcome]}</StateTag>{' '}
      <span className="quiet">
        {cityTime(lookedAt, language)}
        {enabled && ` · ${text.next(cityTime(source.nextAt, language))}`}
      </span>
      {reason !== null && <p>{reason}</p>}
    </>
  );
};

const Heard = ({ source }: SourceProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (source.texts === 0) return <span className="quiet">—</span>;
  return (
    <details>
      <summary>{text.texts(source.texts)}</summary>
      <ul className="plain-list">
        {source.newest.map(({ title, url, publishedAt, dateFault }) => (
          <li key={url}>
            <a href={url} target="_blank" rel="noreferrer">
              {title}
            </a>{' '}
            <span className="quiet">{cityTime(publishedAt, language)}</span>
            {dateFault !== null && <p className="quiet">{text.faults[dateFault]}</p>}
          </li>
        ))}
      </ul>
    </details>
  );
};

/** Where organs speak outside this system, and what was heard there (Art.15). */
export const SourcesTab = () => {
  const text = useWords(words);
  const sources = useQuery(foreignSourcesQuery);
  const [open, setOpen] = useState<Open>(null);
  const close = (): void => setOpen(null);
  return (
    <Answer of={sources} rows={4}>
      {(list) => {
        const source = open?.deed === 'revise' ? list.items.find(({ id }) => id === open.id) : undefined;
        return (
          <>
            <div className="panel-head">
              <p className="quiet">{text.lead}</p>
              <ReasonedButton
                type="primary"
                label={text.add}
                reasons={list.actions.add.reasons}
                onClick={() => setOpen({ deed: 'add' })}
              />
            </div>
            {list.items.length === 0 ? (
              <EmptyNote sentence={text.empty} />
            ) : (
              <Sheet
                heads={[text.source, text.how, text.heard, '']}
                rows={list.items.map((item) => ({
                  key: item.id,
                  cells: [
                    <Which key="which" source={item} />,
                    <How key="how" source={item} />,
                    <Heard key="heard" source={item} />,
                    <ReasonedButton
                      key="revise"
                      label={text.revise}
                      name={text.reviseWhich(item.name)}
                      reasons={item.actions.revise.reasons}
                      onClick={() => setOpen({ deed: 'revise', id: item.id })}
                    />,
                  ],
                }))}
              />
            )}
            {open?.deed === 'add' && <AddSource list={list} onClose={close} />}
            {source !== undefined && <ReviseSource source={source} onClose={close} />}
          </>
        );
      }}
    </Answer>
  );
};
