import { Detector, type DetectorOptions } from './detector.js';
import type { Finding } from './finding.js';
import { byTime } from './judge/duplicate-finding.js';
import { gaps } from './judge/gap.js';
import type { Judgement } from './judge/judgement.js';
import type { MatterRecord, ReleaseText } from './release-text.js';

export interface ReleaseSet extends DetectorOptions {
  readonly releases: readonly ReleaseText[];
  readonly matters?: readonly MatterRecord[];
  /** Milliseconds; gaps are looked for only when given. */
  readonly now?: number;
  /** Called after each release, for a progress bar. */
  readonly onChecked?: () => void;
}

/** All findings of a set: each release against those before it, so the cost grows with the window, not with the square. */
export function checkReleases(set: ReleaseSet): readonly Finding[] {
  const detector = new Detector(set);
  const superseded = new Set(set.releases.flatMap(({ supersedes }) => supersedes ?? []));
  const suspected: (readonly Judgement[])[] = [];
  const remits: Finding[] = [];
  const within: Finding[] = [];
  const byId = new Map(set.releases.map((release) => [release.id, release]));
  for (const release of [...set.releases].sort(byTime)) {
    const remit = detector.remitFinding(release);
    if (remit !== undefined) remits.push(remit);
    const own = detector.withinFinding(release, { earlier: replacedBy(release, byId) });
    if (own !== undefined) within.push(own);
    set.onChecked?.();
    if (superseded.has(release.id)) continue;
    suspected.push(detector.suspect(release));
    detector.add(release);
  }
  const { directory } = detector;
  const missing =
    set.now === undefined
      ? []
      : gaps({ matters: set.matters ?? [], releases: set.releases, now: set.now, directory });
  // What was released later counts too: it may be nearer.
  const judgements = suspected.flatMap((each) => detector.settled(each));
  return [...detector.pairFindings(judgements), ...within, ...remits, ...missing];
}

/** Versions that a release replaces, oldest first; a chain that bites its tail ends there. */
const replacedBy = (release: ReleaseText, byId: ReadonlyMap<string, ReleaseText>): readonly ReleaseText[] => {
  const chain: ReleaseText[] = [];
  for (let at = release.supersedes; at !== undefined;) {
    const earlier = byId.get(at);
    if (earlier === undefined || earlier === release || chain.includes(earlier)) break;
    chain.unshift(earlier);
    at = earlier.supersedes;
  }
  return chain;
};
