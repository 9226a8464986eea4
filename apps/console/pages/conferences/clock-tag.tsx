import { ClockCircleOutlined } from '@ant-design/icons';
import type { ConferenceClockView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { DueClock } from '../../parts/due-clock.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { words as shared } from '../../parts/words.js';
import { words } from './words.js';

const tones: Readonly<Partial<Record<ConferenceClockView['state'], Tone>>> = {
  met: 'success',
  metLate: 'warning',
};

/** How long is left, by the server's clock, or how it ended; the hour itself stands beside it. */
export const ClockTag = ({ clock: { state, dueAt } }: { clock: ConferenceClockView }) => {
  const text = useWords(words);
  const general = useWords(shared);
  const { language } = useLanguage();
  if (state === 'running' || state === 'paused')
    return <DueClock dueAt={dueAt} ended={false} paused={state === 'paused'} />;
  return (
    <span className="matter-clock">
      <StateTag tone={tones[state] ?? 'quiet'}>
        <ClockCircleOutlined aria-hidden /> {text.clockStates[state]}
      </StateTag>
      <small className="quiet">{general.dueAt(cityTime(dueAt, language))}</small>
    </span>
  );
};
