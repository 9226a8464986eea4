import { Link } from '@tanstack/react-router';
import type { AuditEntryView } from '../../../api/contract.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { cityTime } from '../../../parts/city-time.js';
import { DetailList } from './detail-list.js';
import { words } from './words.js';

const Codes = ({ entry }: { entry: AuditEntryView }) => {
  const text = useWords(words);
  return (
    <dl className="facts quiet">
      <div>
        <dt>{text.action}</dt>
        <dd>{entry.action}</dd>
      </div>
      <div>
        <dt>{text.subject}</dt>
        <dd>
          <code className="long-code">{entry.subject.id}</code>
        </dd>
      </div>
      {entry.digest !== null && (
        <div>
          <dt>{text.digest}</dt>
          <dd>
            <code className="long-code">{entry.digest}</code>
          </dd>
        </div>
      )}
      {entry.seal !== null && (
        <div>
          <dt>{text.hash}</dt>
          <dd>
            <code className="long-code">{entry.seal.hash}</code>
          </dd>
        </div>
      )}
    </dl>
  );
};

const Entry = ({ entry }: { entry: AuditEntryView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <li className="audit-entry">
      <p className="quiet">
        <time dateTime={entry.at}>{cityTime(entry.at, language)}</time> ·{' '}
        {entry.seal === null ? text.unsealed : text.seal(entry.seal.sequence)}
      </p>
      <p>
        {entry.sentence[language]}
        {entry.subject.link !== '' && (
          <>
            {' '}
            <Link
              className="in-text"
              to={entry.subject.link}
              aria-label={`${text.open} ${entry.subject.title}`}
            >
              {text.open}
            </Link>
          </>
        )}
      </p>
      <details>
        <summary>{text.details}</summary>
        <DetailList detail={entry.detail} />
        <Codes entry={entry} />
      </details>
    </li>
  );
};

export const AuditEntries = ({ entries }: { entries: readonly AuditEntryView[] }) => {
  const text = useWords(words);
  return (
    <ol className="audit-entries" aria-label={text.entries}>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </ol>
  );
};
