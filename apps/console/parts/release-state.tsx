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

type Standing = Pick<ReleaseSummary, 'state' | 'releasedVersion'>;

/** Out in an earlier version, while its correction is on its way. */
export const isCorrecting = ({ state, releasedVersion }: Standing): boolean =>
  releasedVersion !== null && state !== 'released' && state !== 'withdrawn';

/** Where a release stands; part out and part not is 部分已发布, never "failed" for the whole. */
export const ReleaseStateTag = ({ release }: { release: Standing & Pick<ReleaseSummary, 'deliveries'> }) => {
  const text = useWords(releaseWords);
  if (isCorrecting(release))
    return <StateTag tone="warning">{text.correcting(text.states[release.state])}</StateTag>;
  if (release.state === 'withdrawn' && release.releasedVersion !== null)
    return <StateTag tone="error">{text.withdrawnPublished}</StateTag>;
  if (release.state !== 'released')
    return <StateTag tone={tones[release.state]}>{text.states[release.state]}</StateTag>;
  switch (outcomeOf(release.deliveries)) {
    case 'running':
      return <StateTag tone="info">{text.releasing}</StateTag>;
    case 'partly':
      return <StateTag tone="warning">{text.partly}</StateTag>;
    case 'none':
      return <StateTag tone="error">{text.noneOut}</StateTag>;
    case 'complete':
      return <StateTag tone="success">{text.settled}</StateTag>;
  }
};
