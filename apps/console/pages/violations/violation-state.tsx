import type { ViolationSummary } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { words } from './words.js';

const tones: Readonly<Record<ViolationSummary['state'], Tone>> = {
  established: 'error',
  consequenceRecorded: 'warning',
  closed: 'success',
  dismissed: 'quiet',
};

export const ViolationState = ({ of }: { of: ViolationSummary }) => {
  const text = useWords(words);
  return (
    <>
      <StateTag tone={tones[of.state]}>{text.stateNames[of.state]}</StateTag>
      {of.byReference && <small className="quiet"> {text.byReference}</small>}
    </>
  );
};
