import type { ConferenceState } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { words } from './words.js';

const tones: Readonly<Record<ConferenceState, Tone>> = {
  draft: 'quiet',
  applied: 'info',
  returned: 'warning',
  signing: 'info',
  approved: 'success',
  filed: 'success',
  held: 'success',
  evaluated: 'quiet',
  cancelled: 'quiet',
};

export const ConferenceStateTag = ({ state }: { state: ConferenceState }) => {
  const text = useWords(words);
  return <StateTag tone={tones[state]}>{text.states[state]}</StateTag>;
};
