import type { AttemptOutcome, AttemptView, DeliveryView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityClock, cityTime } from '../../parts/city-time.js';
import { listed } from '../../parts/punctuation.js';
import { Quoting } from '../../parts/quoting.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { attemptWords } from './attempt-words.js';
import { words } from './words.js';

/** As for the row itself: what is not known is not a failure. */
const tones: Readonly<Record<AttemptOutcome, Tone>> = {
  delivered: 'success',
  done: 'success',
  present: 'success',
  gone: 'success',
  accepted: 'info',
  deferred: 'info',
  absent: 'info',
  stillPending: 'info',
  shown: 'info',
  alreadyGone: 'warning',
  unknown: 'warning',
  lost: 'warning',
  unreadable: 'warning',
  rejected: 'error',
  notPossible: 'error',
};

/** A word like `absent` is the house's own and is told in words; whatever else is there, the platform calls it so. */
const platformCode = ({ code }: AttemptView): string | null =>
  code === null || /^[a-z][A-Za-z]*$/u.test(code) ? null : code;

/** Why, in words; then the platform's own code and message, as it said them. */
const Why = ({ step }: { step: AttemptView }) => {
  const text = useWords(attemptWords);
  const { fields } = useWords(words);
  const { language } = useLanguage();
  const code = platformCode(step);
  const parts = [
    ...(step.meaning === null ? [] : [text.meanings[step.meaning]]),
    ...(step.field === null ? [] : [text.field(fields[step.field] ?? step.field)]),
    ...(code === null ? [] : [text.code(code)]),
  ];
  return (
    <>
      {parts.length > 0 && <p>{listed(parts, language)}</p>}
      {step.message !== null && (
        <p className="note">
          <Quoting>{step.message}</Quoting>
        </p>
      )}
    </>
  );
};

const Receipt = ({ receipt }: { receipt: NonNullable<AttemptView['receipt']> }) => {
  const text = useWords(attemptWords);
  const { original } = useWords(words);
  return (
    <p className="attempt-receipt">
      <span className="quiet">{text.receipt(receipt.remoteId)}</span>
      {receipt.url !== undefined && (
        <a href={receipt.url} target="_blank" rel="noreferrer noopener">
          {original}
        </a>
      )}
    </p>
  );
};

const tookMs = ({ startedAt, endedAt }: AttemptView): number | null =>
  endedAt === null ? null : Date.parse(endedAt) - Date.parse(startedAt);

const Tried = ({ step, delivery }: { step: AttemptView; delivery: DeliveryView }) => {
  const text = useWords(attemptWords);
  const { operations } = useWords(words);
  const { language } = useLanguage();
  const took = tookMs(step);
  if (step.kind === 'person' || step.outcome === null) return null;
  const what = step.kind === 'send' ? operations[delivery.operation] : text.kinds.probe;
  return (
    <>
      <p className="attempt-head">
        <strong>{what}</strong> <StateTag tone={tones[step.outcome]}>{text.outcomes[step.outcome]}</StateTag>
        {step.late && <span className="missing">{text.late}</span>}
        {took !== null && <span className="quiet">{text.took((took / 1_000).toFixed(1))}</span>}
      </p>
      <Why step={step} />
      {step.receipt !== null && <Receipt receipt={step.receipt} />}
      {step.nextAt !== null && <p>{text.next(cityTime(step.nextAt, language))}</p>}
    </>
  );
};

const Deed = ({ step }: { step: AttemptView }) => {
  const text = useWords(attemptWords);
  const { states } = useWords(words);
  const { deed } = step;
  if (deed === null) return null;
  const to = deed.action === 'delivery.decide' ? deed.to : null;
  return (
    <>
      <p>
        <strong>{deed.by}</strong> {text.deeds[deed.action] ?? deed.action}
        {to !== null && ` · ${text.becomes(states[to] ?? to)}`}
      </p>
      {to !== null && step.message !== null && <p className="note">{step.message}</p>}
    </>
  );
};

/** One step: when, what, and what came of it. */
export const AttemptEntry = ({ step, delivery }: { step: AttemptView; delivery: DeliveryView }) => {
  const { language } = useLanguage();
  const { startedAt, kind } = step;
  const day = cityTime(startedAt, language).replace(/\d\d:\d\d$/u, '');
  return (
    <li className={kind === 'person' ? 'remark' : ''}>
      <time dateTime={startedAt}>{`${day}${cityClock(startedAt)}`}</time>
      {kind === 'person' ? <Deed step={step} /> : <Tried step={step} delivery={delivery} />}
    </li>
  );
};
