import type { ReleaseSummary } from '../api/contract.js';
import { useWords } from '../language/language.js';
import { releaseWords } from '../language/release-words.js';
import { StateTag, type Tone } from './state-tag.js';
import { outcomeOf } from './dispatch-outcome.js';

const tones: Record<ReleaseSummary['state'], Tone> = {
  draft: 'quiet',
  submitted: 'info',
  returned: 'warning',
  approved: 'info',
  scheduled: 'info',
  heldByGate: 'error',
  released: 'success',
  withdrawn: 'quiet',
};

/** Where a release stands; part out and part not is 部分已发布, never "failed" for the whole. */
export const ReleaseStateTag = ({ release }: { release: Pick<ReleaseSummary, 'state' | 'deliveries'> }) => {
  const text = useWords(releaseWords);
  if (release.state !== 'released')
    return <StateTag tone={tones[release.state]}>{text.states[release.state]}</StateTag>;
  switch (outcomeOf(release.deliveries)) {
    case 'running':
      return <StateTag tone="info">{text.releasing}</StateTag>;
    case 'partly':
      return <StateTag tone="warning">{text.partly}</StateTag>;
    case 'complete':
      return <StateTag tone="success">{text.settled}</StateTag>;
  }
};
