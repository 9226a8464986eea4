import type { TermState } from '../../../api/contract.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { cityTime } from '../../../parts/city-time.js';
import { StateTag, type Tone } from '../../../parts/state-tag.js';
import { words } from './words.js';

const tones: Readonly<Record<TermState, Tone>> = {
  pending: 'info',
  inForce: 'success',
  expired: 'quiet',
  revoked: 'warning',
};

interface TermProps {
  readonly term: {
    readonly state: TermState;
    readonly from: string;
    readonly to: string;
    readonly revokeReason: string | null;
  };
}

export const TermStateTag = ({ term: { state, revokeReason } }: TermProps) => {
  const text = useWords(words);
  return (
    <>
      <StateTag tone={tones[state]}>{text.states[state]}</StateTag>
      {revokeReason !== null && <p className="quiet">{revokeReason}</p>}
    </>
  );
};

export const TermSpan = ({ term: { from, to } }: TermProps) => {
  const { language } = useLanguage();
  return <>{useWords(words).span(cityTime(from, language), cityTime(to, language))}</>;
};
