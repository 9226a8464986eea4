import { Modal } from 'antd';
import { useRef, useState } from 'react';
import type { ConferenceView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag } from '../../parts/state-tag.js';
import { TraceList } from '../../parts/trace-list.js';
import { useDeed } from '../../parts/use-deed.js';
import { materialWords } from './material-words.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

type Item = ConferenceView['materials']['items'][number];

const formWith = (file: File): FormData => {
  const form = new FormData();
  form.append('file', file);
  return form;
};

/** Handed in with the content and signed with it: another file is another content. */
const isUnderSignature = ({ state }: ConferenceView, { file }: Item): boolean =>
  file?.signed === true && state !== 'draft' && state !== 'returned';

/** Signed by itself, and opened by somebody, where it has to be before it is filed (Art.31(2), 39(6)). */
const Reviews = ({ path, item: { kind, file, actions } }: { path: string; item: Item }) => {
  const text = useWords(words);
  const own = useWords(materialWords);
  const { language } = useLanguage();
  const deed = useDeed();
  if (file === null) return null;
  const { sha256, looked, signedOff } = file;
  const name = text.materialKinds[kind];
  return (
    <>
      {signedOff !== null && (
        <p className="quiet">{own.signedOff(signedOff.by.name, cityTime(signedOff.at, language))}</p>
      )}
      {file.awaitsSignature && (
        <p>
          {own.awaitsSignature}{' '}
          <ReasonedButton
            size="small"
            label={own.sign}
            name={`${own.sign} ${name}`}
            reasons={actions.signMaterial.reasons}
            loading={deed.isPending}
            onClick={() => deed.mutate({ path: `${path}/signature`, body: { sha256 } })}
          />
        </p>
      )}
      {looked !== null && (
        <p className="quiet">{own.looked(looked.by.name, cityTime(looked.at, language))}</p>
      )}
      {file.unread && looked === null && (
        <p>
          {own.unread}{' '}
          <ReasonedButton
            size="small"
            label={own.look}
            name={`${own.look} ${name}`}
            reasons={actions.lookThrough.reasons}
            loading={deed.isPending}
            onClick={() => deed.mutate({ path: `${path}/look`, body: { sha256 } })}
          />
        </p>
      )}
      {deed.isError && <RefusalNotice error={deed.error} />}
    </>
  );
};

const Row = ({ conference, item }: { conference: ConferenceView; item: Item }) => {
  const text = useWords(words);
  const own = useWords(materialWords);
  const { language } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const upload = useDeed();
  const [asking, setAsking] = useState(false);
  const choose = () => input.current?.click();
  const path = `/conferences/${conference.id}/materials/${item.kind}`;
  const { reasons } = conference.actions.upload;
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
            {item.file.signed && ` · ${own.signed}`}
          </p>
        )}
        {item.file !== null && item.file.traces.length > 0 && (
          <div className="hints" role="note">
            <p>{text.materialTraces}</p>
            <TraceList traces={item.file.traces} />
          </div>
        )}
        <Reviews path={path} item={item} />
        {upload.isError && <RefusalNotice error={upload.error} />}
      </div>
      <ReasonedButton
        size="small"
        label={item.file === null ? text.actions.upload : text.replace}
        reasons={reasons}
        loading={upload.isPending}
        onClick={() => (isUnderSignature(conference, item) ? setAsking(true) : choose())}
      />
      <Modal
        open={asking}
        title={own.ask}
        okText={text.replace}
        cancelText={own.keep}
        onOk={() => {
          setAsking(false);
          choose();
        }}
        onCancel={() => setAsking(false)}
      >
        <p>{own.note}</p>
      </Modal>
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
  const own = useWords(materialWords);
  const { language } = useLanguage();
  const { filing, items, article } = conference.materials;
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{text.materials}</h2>
        {filing === null ? (
          <ReasonedButton
            label={text.actions.file}
            reasons={conference.actions.file.reasons}
            onClick={onFile}
          />
        ) : (
          <span className="quiet">{cited(article, language)}</span>
        )}
      </div>
      {filing !== null && (
        <p className="quiet">
          {text.filed(cityTime(filing.at, language), filing.by.name, filing.headcount)}
          {filing.reason !== '' && ` · ${filing.reason}`}
        </p>
      )}
      <p className="quiet">{own.whatIsRead}</p>
      <ul className="conference-chain">
        {items.map((item) => (
          <Row key={item.kind} conference={conference} item={item} />
        ))}
      </ul>
    </section>
  );
};
