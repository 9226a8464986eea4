import { boundedFacts, readPart } from './bounded-facts.js';
import { possibleGround, type Fact, type PossibleGround } from './facts/index.js';
import type { ReleaseText } from './release-text.js';
import { profileOf, type Profile } from './same-matter/profile.js';

/** Profiles of the window: 1–3 kB each, so at most about 250 MB. Dropped ones are worked out again when they are asked for. */
const PROFILES = 100_000;
/** Facts of what was lately compared: about 1 kB a fact, 10–20 facts a release, so at most about 150 MB. */
const FACT_LISTS = 10_000;

/** What figures and last days are stated: about 0.3 kB, so at most 30 MB. */
const GROUNDS = 100_000;

/** What the detector reads of releases, kept within stated budgets; the longest unused is dropped first. */
export class Readings {
  private readonly profiles = new LeastUsed<Profile>(PROFILES, profileOf);
  private readonly grounds = new LeastUsed<PossibleGround>(GROUNDS, (release) =>
    possibleGround(readPart(release)),
  );
  private facts: LeastUsed<readonly Fact[]>;

  /** `areas`: places that the register names. */
  constructor(areas: readonly string[]) {
    this.facts = factsNaming(areas);
  }

  /** The register names other places now. */
  reread(areas: readonly string[]): void {
    this.facts = factsNaming(areas);
  }

  profile(release: ReleaseText): Profile {
    return this.profiles.of(release);
  }

  groundOf(release: ReleaseText): PossibleGround {
    return this.grounds.of(release);
  }

  factsOf(release: ReleaseText): readonly Fact[] {
    return this.facts.of(release);
  }

  forget(id: string): void {
    this.profiles.forget(id);
    this.grounds.forget(id);
    this.facts.forget(id);
  }
}

const factsNaming = (areas: readonly string[]): LeastUsed<readonly Fact[]> =>
  new LeastUsed(FACT_LISTS, (release) => boundedFacts(release, areas));

class LeastUsed<T> {
  private readonly entries = new Map<string, { readonly release: ReleaseText; readonly value: T }>();

  constructor(
    private readonly limit: number,
    private readonly read: (release: ReleaseText) => T,
  ) {}

  of(release: ReleaseText): T {
    const known = this.entries.get(release.id);
    this.entries.delete(release.id);
    const entry = known?.release === release ? known : { release, value: this.read(release) };
    this.entries.set(release.id, entry);
    if (this.entries.size > this.limit) this.entries.delete(this.entries.keys().next().value as string);
    return entry.value;
  }

  forget(id: string): void {
    this.entries.delete(id);
  }
}
