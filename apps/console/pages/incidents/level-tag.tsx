import type { IncidentSummary } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { words } from './words.js';

const tones: Readonly<Record<IncidentSummary['level'], Tone>> = {
  ordinary: 'quiet',
  larger: 'info',
  major: 'error',
  extraordinary: 'error',
};

/** The level that counts; whether a person has confirmed it stands beside it. */
export const LevelTag = ({ incident }: { incident: Pick<IncidentSummary, 'level' | 'levelConfirmed'> }) => {
  const text = useWords(words);
  return (
    <StateTag tone={tones[incident.level]}>
      {text.levels[incident.level]}
      {!incident.levelConfirmed && ` · ${text.unconfirmed}`}
    </StateTag>
  );
};
