import { tracePlaceWords, traceWords, type Trace } from '../api/contract.js';
import { useLanguage } from '../language/language.js';
import { StateTag } from './state-tag.js';

/** What a file said beside its content, one a line. */
export const TraceList = ({ traces }: { traces: readonly Trace[] }) => {
  const { language } = useLanguage();
  return (
    <ul>
      {traces.map(({ kind, text, where }) => (
        <li key={`${kind} ${where} ${text}`}>
          <StateTag tone="warning">{traceWords[kind][language]}</StateTag> <mark>{text}</mark>{' '}
          {where !== undefined && <span>{tracePlaceWords[where][language]}</span>}
        </li>
      ))}
    </ul>
  );
};
