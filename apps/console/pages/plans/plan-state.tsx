import type { PlanView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { words } from './words.js';

const tones: Readonly<Record<PlanView['state'], Tone>> = {
  draft: 'quiet',
  proposed: 'warning',
  approved: 'info',
  returned: 'warning',
  executed: 'success',
  lapsed: 'quiet',
};

/** Only an approved plan binds: before that its hour is a wish. */
export const runs = ({ state }: Pick<PlanView, 'state'>): boolean => state === 'approved';

export const PlanState = ({ of: { state } }: { of: PlanView }) => {
  const text = useWords(words);
  return <StateTag tone={tones[state]}>{text.stateNames[state]}</StateTag>;
};
