import { useDuty } from '../../parts/use-duty.js';
import type { IncidentView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { ClockDetail } from '../../parts/clock-detail.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

type Clock = IncidentView['clocks'][number];

const toneOf = ({ state, overdue }: Clock): Tone => {
  if (overdue || state === 'metLate') return 'error';
  if (state === 'met') return 'success';
  return state === 'running' ? 'warning' : 'quiet';
};

/** Every clock that runs or ran, with its article; recomputed ones below. */
export const ClockPanel = ({ incident: { clocks } }: { incident: IncidentView }) => {
  const { aside } = usePunctuation();
  const text = useWords(words);
  const { language } = useLanguage();
  const dutyOf = useDuty();
  const last = (clock: Clock): number => (clock.state === 'cancelled' ? 1 : 0);
  return (
    <section className="panel">
      <h2>{text.clocks}</h2>
      {clocks.length === 0 && <p className="quiet">{text.noClocks}</p>}
      <ul className="line-list">
        {[...clocks]
          .sort((a, b) => last(a) - last(b))
          .map((clock) => (
            <li key={clock.id}>
              <StateTag tone={toneOf(clock)}>
                {clock.overdue
                  ? text.overdue
                  : text.clockStates[clock.state as keyof typeof text.clockStates]}
              </StateTag>{' '}
              {dutyOf(clock)} <ClockDetail of={clock} />
              <p className="quiet">
                {clock.organ.shortName} · {text.due(cityTime(clock.dueAt, language))}
                {aside(cited(clock.article, language))}
              </p>
            </li>
          ))}
      </ul>
    </section>
  );
};
