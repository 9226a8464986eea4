import type { DeliveryView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { standingOf, type Standing } from '../../parts/dispatch-outcome.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { DeliveryHelp } from './delivery-help.js';
import { words } from './words.js';

const tones: Record<Standing, Tone> = {
  out: 'success',
  attention: 'error',
  verifying: 'warning',
  running: 'info',
  void: 'quiet',
};

/** "Not known" is not "failed": it is being looked into. */
export const toneOf = (state: string): Tone =>
  state === 'needsPerson' ? 'warning' : tones[standingOf(state)];

export const DeliveryTag = ({ state }: { state: string }) => {
  const text = useWords(words);
  return <StateTag tone={toneOf(state)}>{text.states[state] ?? state}</StateTag>;
};

/** What happens with one delivery, in a sentence; the platform's own words where it refused. */
export const DeliverySentence = ({ delivery }: { delivery: DeliveryView }) => {
  const { aside } = usePunctuation();
  const text = useWords(words);
  const { language } = useLanguage();
  const { state, waitingFor, lastMessage, lastCode } = delivery;
  const standing = standingOf(state);
  const explained = delivery.beyond === 'handOver' ? text.byHand : text.explained[state];
  const own = state === 'waiting' && waitingFor !== null ? text.waitingFor[waitingFor] : explained;
  const told = standing !== 'out' && state !== 'waiting' ? lastMessage : null;
  return (
    <span className="delivery-sentence">
      {own}
      {told !== null && (
        <>
          {own !== undefined && ' '}
          {told}
          {lastCode !== null && !told.includes(lastCode) && aside(lastCode)}
        </>
      )}
      {state === 'deferred' && ` ${text.again(cityTime(delivery.nextAt, language))}`}
      {delivery.attempts > 1 && standing !== 'out' && ` ${text.attempts(delivery.attempts)}`}
      <DeliveryHelp delivery={delivery} />
    </span>
  );
};
