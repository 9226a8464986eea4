import type { StandingState, StandingView } from '../api/press-contract.js';
import { useWords } from '../language/language.js';
import { pressWords } from '../language/press-words.js';
import { StateTag, type Tone } from './state-tag.js';

const tones: Readonly<Record<StandingState, Tone>> = {
  valid: 'success',
  ending: 'warning',
  expired: 'error',
  missing: 'quiet',
};

/** How a reporter's credentials stand today (Art.20). */
export const StandingTag = ({ standing }: { standing: Omit<StandingView, 'reporter'> }) => {
  const text = useWords(pressWords);
  const { state, until, official, ledBy } = standing;
  const details = [
    ...(until === null ? [] : [text.until(until)]),
    ...(official ? [text.official] : []),
    ...(ledBy === null ? [] : [text.ledBy(ledBy.name)]),
  ];
  return (
    <span className="standing">
      <StateTag tone={tones[state]}>{text.standings[state]}</StateTag>{' '}
      <small className="quiet">{details.join(' · ')}</small>
    </span>
  );
};
