import { acrossOrgans, relationOf } from './judge/judgement.js';
import type { OrganDirectory } from './organ-directory.js';
import type { Readings } from './readings.js';
import type { Released, Retrieved } from './released.js';
import type { ReleaseText } from './release-text.js';
import { disjoint } from './same-matter/key-set.js';
import { sameMatter } from './same-matter/score.js';

/** Another organ's release in the window: by the words that are rare there, and by the weighed evidence of one matter. */
export interface Near extends Retrieved {
  readonly probability: number;
}

/** Among fewer, being the nearest says nothing: of two releases each is always the other's nearest. */
const LEAST_COMPANY = 10;
/** Below this no company shows that two are on one matter. */
const LEAST_LIKELY = 0.03;
const LIKELY = 0.5;

/** Nearest by words and by the evidence alike; none where the two disagree. */
export const nearestOf = (found: readonly Near[]): Near | undefined => {
  const [first, ...rest] = found;
  if (first === undefined) return undefined;
  const nearest = rest.reduce((best, one) => (one.probability > best.probability ? one : best), first);
  const outdone = found.some((one) => one !== nearest && one.words >= nearest.words);
  return outdone || nearest.probability < LEAST_LIKELY ? undefined : nearest;
};

interface Window {
  readonly released: Released;
  readonly readings: Readings;
  readonly directory: OrganDirectory;
}

/**
 * Two organs that tell one thing in words of their own: little is alike in the two texts, but everything else in the window is further
 * from either. So this asks not how much they share, but whether each is the other's nearest among all that other organs released. The
 * more is written alike, the less often that is so; the worse mistake would be to take it so where there is nothing to be nearer than.
 */
export class Counterparts {
  constructor(private readonly window: Window) {}

  /** The nearest of what was found: of two counterparts each is that to the other. */
  nearest(release: ReleaseText, found: readonly Near[]): Near | undefined {
    return nearestOf(found.filter(({ other }) => acrossOrgans(release, other, this.window.directory)));
  }

  /** Whether the two texts alone leave open that they are on one matter, and `are` is to decide. */
  isDoubtful(release: ReleaseText, near: Near | undefined): near is Near {
    const { directory, readings } = this.window;
    if (near === undefined || near.probability >= LIKELY) return false;
    const { other } = near;
    // Two fires in two districts are near each other too, when nothing else burns.
    return (
      relationOf(other, release, directory) === 'independent' &&
      !disjoint(readings.profile(other).districts, readings.profile(release).districts)
    );
  }

  /** Whether the release is the nearest to what is nearest to it: a search and up to fifty pairs scored, so asked last. */
  isNearest(release: ReleaseText, to: ReleaseText): boolean {
    const { directory, readings, released } = this.window;
    const found = released.search(to, release).filter(({ other }) => acrossOrgans(to, other, directory));
    // By words it must be the first anyway; the evidence is the dearer part.
    if (found[0]?.other.id !== release.id) return false;
    const scored = found.map((retrieved) => ({
      ...retrieved,
      probability: sameMatter(readings.profile(retrieved.other), readings.profile(to)).probability,
    }));
    return (
      nearestOf(scored)?.other.id === release.id && (found.length >= LEAST_COMPANY || this.hasCompany(to))
    );
  }

  /** The same, each of the other: of a set that is all added since. */
  are(a: ReleaseText, b: ReleaseText): boolean {
    return this.isNearest(a, b) && this.isNearest(b, a);
  }

  /** Some of the others may have no word in common with it at all. */
  private hasCompany(release: ReleaseText): boolean {
    const { released, directory } = this.window;
    return (
      [
        ...released
          .around(release)
          .filter((other) => acrossOrgans(release, other, directory))
          .take(LEAST_COMPANY),
      ].length === LEAST_COMPANY
    );
  }
}
