import type { ResendResult } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { resendWords } from './resend-words.js';

const tones: Readonly<Record<ResendResult['rows'][number]['found'], Tone>> = {
  rejected: 'info',
  absent: 'info',
  present: 'success',
  doubled: 'error',
  pending: 'warning',
  inDoubt: 'warning',
  accountStopped: 'error',
  changed: 'quiet',
  barred: 'warning',
};

export const ResendSummary = ({ result }: { result: ResendResult }) => {
  const { aside } = usePunctuation();
  const text = useWords(resendWords);
  const kept = result.rows.length - result.resent;
  return (
    <div aria-live="polite">
      <p>
        <strong>{text.done(result.rows.length, result.resent, kept)}</strong>
        {result.remaining > 0 && ` ${text.remaining(result.remaining)}`}
      </p>
      <ul className="resend-rows">
        {result.rows.map((row) => (
          <li key={row.deliveryId}>
            <span className="recipient">{row.recipient === '' ? row.accountName : row.recipient}</span>
            <StateTag tone={tones[row.found]}>{text.found[row.found]}</StateTag>
            <span className="quiet">
              {row.resent ? text.resent : text.notResent[row.found]}
              {aside(row.message)}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
};
