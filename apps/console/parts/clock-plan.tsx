import type { DeadlineDetail } from '../api/contract.js';
import { useLanguage, useWords } from '../language/language.js';
import { cityTime } from './city-time.js';
import { actorTold, changeTold, rolesTold } from './clock-story.js';
import { clockWords } from './clock-words.js';
import { StateTag } from './state-tag.js';
import { usePunctuation } from './use-punctuation.js';

interface OfClock {
  readonly clock: DeadlineDetail;
}

type Day = DeadlineDetail['counting']['skipped'][number];

const Days = ({ title, days }: { title: string; days: readonly Day[] }) => {
  const text = useWords(clockWords);
  if (days.length === 0) return null;
  return (
    <details open={days.length <= 6}>
      <summary>{title}</summary>
      <ul className="clock-days">
        {days.map(({ date, name, basis }) => (
          <li key={date}>
            {date}{' '}
            <span className="quiet">{name === '' ? text.bases[basis] : `${name} ${text.bases[basis]}`}</span>
          </li>
        ))}
      </ul>
    </details>
  );
};

const Counting = ({ clock: { counting, unit, limit } }: OfClock) => {
  const { listed } = usePunctuation();
  const text = useWords(clockWords);
  const { skipped, makeup, papers, unknownYears } = counting;
  const inDays = limit !== null && (unit === 'workday' || unit === 'month');
  return (
    <section className="panel">
      <h2>{text.counting}</h2>
      <p className="quiet">{inDays ? text.firstDay : text.countedPlainly}</p>
      <Days title={text.skipped(skipped.length)} days={skipped} />
      <Days title={text.makeup(makeup.length)} days={makeup} />
      {unknownYears.length > 0 && <p>{text.unknownYears(listed(unknownYears.map(String)))}</p>}
      {papers.length > 0 && (
        <p className="quiet">
          {text.papers}{' '}
          {papers.map((paper) => (
            <a key={paper} href={paper} target="_blank" rel="noreferrer">
              {paper}
            </a>
          ))}
        </p>
      )}
    </section>
  );
};

const Reminders = ({ clock: { reminders, state } }: OfClock) => {
  const text = useWords(clockWords);
  const { language } = useLanguage();
  const open = state === 'running' || state === 'paused';
  return (
    <section className="panel">
      <h2>{text.reminders}</h2>
      {reminders.length === 0 && <p className="quiet">{text.noReminders}</p>}
      <ul className="line-list">
        {reminders.map(({ at, tell, dueAt, sent }) => (
          <li key={at}>
            <StateTag tone={sent ? 'success' : 'quiet'}>
              {sent ? text.sent : open ? text.toCome : text.notSent}
            </StateTag>{' '}
            <strong>{at}%</strong> {at >= 100 && `${text.escalation} · `}
            {rolesTold(tell, language)}
            {open && <p className="quiet">{dueAt === null ? text.whenResumed : cityTime(dueAt, language)}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
};

const History = ({ clock: { history } }: OfClock) => {
  const text = useWords(clockWords);
  const { language } = useLanguage();
  return (
    <section className="panel">
      <h2>{text.history}</h2>
      <ol className="line-list">
        {history.map((change, index) => (
          <li key={`${change.at} ${change.event} ${index}`}>
            <strong>{text.events[change.event] ?? change.event}</strong>{' '}
            <span className="quiet">
              {actorTold(change.actor, language)} · {cityTime(change.at, language)}
            </span>
            <p>{changeTold(change, language)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
};

/** How the end was counted, who is told when, and everything that happened. */
export const ClockPlan = ({ clock }: OfClock) => (
  <>
    <Counting clock={clock} />
    <Reminders clock={clock} />
    <History clock={clock} />
  </>
);
