import { ClockCircleOutlined } from '@ant-design/icons';
import type { MatterSummary } from '../api/contract.js';
import { useLanguage, useWords } from '../language/language.js';
import { cityTime, span } from './city-time.js';
import { StateTag } from './state-tag.js';
import { words } from './words.js';

type Clocked = Pick<MatterSummary, 'state' | 'dueAt' | 'answeredAt' | 'overdue'>;

/** A day ahead it begins to be urgent. */
const soonMinutes = 24 * 60;

/** How long is left, or since when it is late; the hour itself stands beside it. */
export const MatterClock = ({ matter }: { matter: Clocked }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { dueAt, answeredAt, overdue, state } = matter;
  if (answeredAt !== null)
    return <StateTag tone="success">{text.answered(cityTime(answeredAt, language))}</StateTag>;
  if (dueAt === null) return <span className="quiet">{text.noClock}</span>;
  const due = text.dueAt(cityTime(dueAt, language));
  if (state === 'closed') return <span className="quiet">{due}</span>;
  const left = (Date.parse(dueAt) - Date.now()) / 60_000;
  return (
    <span className="matter-clock">
      <StateTag tone={overdue ? 'error' : left < soonMinutes ? 'warning' : 'quiet'}>
        <ClockCircleOutlined aria-hidden />{' '}
        {overdue ? text.overdue(span(-left, language)) : text.left(span(left, language))}
      </StateTag>
      <small className="quiet">{due}</small>
    </span>
  );
};
