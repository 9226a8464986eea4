import { useRef } from 'react';
import type { ConferenceView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag } from '../../parts/state-tag.js';
import { ActionButton } from './action-button.js';
import { useConferenceDeed } from './use-conference-deed.js';
import { words } from './words.js';

type Item = ConferenceView['materials']['items'][number];

const formWith = (file: File): FormData => {
  const form = new FormData();
  form.append('file', file);
  return form;
};

const Row = ({ conference, item }: { conference: ConferenceView; item: Item }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const upload = useConferenceDeed();
  const path = `/conferences/${conference.id}/materials/${item.kind}`;
  const reasons = conference.actions.upload?.reasons ?? [];
  return (
    <li>
      <div>
        <strong>{text.materialKinds[item.kind]}</strong>
        {item.file === null ? (
          <p>
            <StateTag tone={item.required ? 'warning' : 'quiet'}>{text.missing}</StateTag>
          </p>
        ) : (
          <p className="quiet">
            <a href={`/api${path}`} download>
              {item.file.name}
            </a>{' '}
            · {cityTime(item.file.uploadedAt, language)} · <code>{item.file.sha256.slice(0, 8)}</code>
          </p>
        )}
        {upload.isError && <RefusalNotice error={upload.error} />}
      </div>
      <ActionButton
        size="small"
        label={item.file === null ? text.actions.upload : text.replace}
        reasons={reasons}
        onClick={() => input.current?.click()}
      />
      <input
        ref={input}
        type="file"
        hidden
        aria-label={text.materialKinds[item.kind]}
        onChange={({ target }) => {
          const file = target.files?.[0];
          if (file !== undefined) upload.mutate({ path, body: formWith(file) });
          target.value = '';
        }}
      />
    </li>
  );
};

/** The five materials of Art.34, and the filing. */
export const MaterialsPanel = ({
  conference,
  onFile,
}: {
  conference: ConferenceView;
  onFile: () => void;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { filing, items, article } = conference.materials;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{text.materials}</h2>
        {filing === null ? (
          <ActionButton
            label={text.actions.file}
            reasons={conference.actions.file?.reasons ?? []}
            onClick={onFile}
          />
        ) : (
          <span className="quiet">{article}</span>
        )}
      </div>
      {filing !== null && (
        <p className="quiet">
          {text.filed(cityTime(filing.at, language), filing.by.name, filing.headcount)}
          {filing.reason !== '' && ` · ${filing.reason}`}
        </p>
      )}
      <ul className="conference-chain">
        {items.map((item) => (
          <Row key={item.kind} conference={conference} item={item} />
        ))}
      </ul>
    </section>
  );
};
