import { ClockCircleOutlined } from '@ant-design/icons';
import type { ConferenceClockView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime, span } from '../../parts/city-time.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { words as shared } from '../../parts/words.js';
import { words } from './words.js';

const dayMs = 86_400_000;
const minuteMs = 60_000;

const toneOf = ({ state, leftMs }: ConferenceClockView): Tone => {
  if (state === 'met') return 'success';
  if (state === 'metLate') return 'warning';
  if (state !== 'running') return 'quiet';
  return leftMs < 0 ? 'error' : leftMs < dayMs ? 'warning' : 'info';
};

/** How long is left, by the server's clock; the hour itself stands beside it. */
export const ClockTag = ({ clock }: { clock: ConferenceClockView }) => {
  const text = useWords(words);
  const general = useWords(shared);
  const { language } = useLanguage();
  const minutes = clock.leftMs / minuteMs;
  const left =
    minutes < 0 ? general.overdue(span(-minutes, language)) : general.left(span(minutes, language));
  return (
    <span className="matter-clock">
      <StateTag tone={toneOf(clock)}>
        <ClockCircleOutlined aria-hidden /> {clock.state === 'running' ? left : text.clockStates[clock.state]}
      </StateTag>
      <small className="quiet">{general.dueAt(cityTime(clock.dueAt, language))}</small>
    </span>
  );
};
