import { ClockCircleOutlined } from '@ant-design/icons';
import { useLanguage, useWords } from '../language/language.js';
import { cityTime, span } from './city-time.js';
import { StateTag } from './state-tag.js';
import { words } from './words.js';

interface DueClockProps {
  readonly dueAt: string;
  /** Nothing runs any more: only the hour is said. */
  readonly ended: boolean;
  /** The article that it rests on. */
  readonly basis: string;
}

/** A day ahead it begins to be urgent. */
const soonMinutes = 24 * 60;

/** How long is left, or since when it is late, with the hour and the article beside it. */
export const DueClock = ({ dueAt, ended, basis }: DueClockProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const due = `${text.dueAt(cityTime(dueAt, language))} · ${basis}`;
  if (ended) return <small className="quiet">{due}</small>;
  const left = (Date.parse(dueAt) - Date.now()) / 60_000;
  return (
    <span className="matter-clock">
      <StateTag tone={left <= 0 ? 'error' : left < soonMinutes ? 'warning' : 'quiet'}>
        <ClockCircleOutlined aria-hidden />{' '}
        {left <= 0 ? text.overdue(span(-left, language)) : text.left(span(left, language))}
      </StateTag>
      <small className="quiet">{due}</small>
    </span>
  );
};
