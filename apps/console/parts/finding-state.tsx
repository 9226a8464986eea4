import type { FindingSummary } from '../api/contract.js';
import { conflictWords } from '../language/conflict-words.js';
import { useWords } from '../language/language.js';
import { StateTag, type Tone } from './state-tag.js';

const toneOf = ({ state, severity }: Pick<FindingSummary, 'state' | 'severity'>): Tone => {
  if (state === 'ruled' || state === 'closed') return 'success';
  if (severity === 'block') return 'error';
  return severity === 'warn' ? 'warning' : 'info';
};

/** `待处理 · 阻止发布`: where it stands, and while it is open, what it does. */
export const FindingStateTag = ({ finding }: { finding: Pick<FindingSummary, 'state' | 'severity'> }) => {
  const text = useWords(conflictWords);
  const open = finding.state === 'open' || finding.state === 'coordinating';
  return (
    <StateTag tone={toneOf(finding)}>
      {text.states[finding.state]}
      {open && ` · ${text.severities[finding.severity]}`}
    </StateTag>
  );
};
