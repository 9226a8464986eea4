import { boundedFacts, readPart } from './bounded-facts.js';
import { packFacts, possibleGround, unpackFacts, type Fact, type PossibleGround } from './facts/index.js';
import { LeastUsed } from './least-used.js';
import type { ReleaseText } from './release-text.js';
import { profileOf, type Profile } from './same-matter/profile.js';
import { factsKey, readerOf, type StoredFacts } from './stored-facts.js';

/** Profiles of the window: 1–3 kB each, so at most about 250 MB. Dropped ones are worked out again when they are asked for. */
const PROFILES = 100_000;
/** What figures and last days are stated: about 0.3 kB, so at most 30 MB. */
const GROUNDS = 100_000;

const MB = 2 ** 20;
/**
 * Stored facts of the window, as they are stored: 4 kB for a short notice, so 64,000 of them, which is the window of a store of
 * a million. The worse mistake is a smaller one: what falls out is read from the text again, at ten times the cost.
 */
const STORED_FACT_BYTES = 256 * MB;
/** Facts as they are compared, of what was lately compared: about 25 kB a notice, so 2,500 of them. */
const READ_FACT_BYTES = 64 * MB;
/** A fact with its frame and values: objects, and the heads of its arrays. */
const FACT_BYTES = 1_200;

/** Who reads: the grammar's version, and the places that the register names. */
interface Reader {
  readonly extractor: string;
  readonly areas: readonly string[];
}

/** What the detector reads of releases, kept within stated budgets; the longest unused is dropped first. */
export class Readings {
  private readonly profiles = new LeastUsed<ReleaseText, Profile>(PROFILES);
  private readonly grounds = new LeastUsed<ReleaseText, PossibleGround>(GROUNDS);
  private readonly facts = new LeastUsed<ReleaseText, readonly Fact[]>(READ_FACT_BYTES, bytesOfFacts);
  private readonly stored = new LeastUsed<ReleaseText, StoredFacts>(
    STORED_FACT_BYTES,
    ({ bytes }) => bytes.byteLength,
  );
  private reader: string;

  constructor(private by: Reader) {
    this.reader = readerOf(by.extractor, by.areas);
  }

  /** The register may name other places now; then what was read by the old ones is no longer what the text says. Answers whether so. */
  reread(areas: readonly string[]): boolean {
    const reader = readerOf(this.by.extractor, areas);
    if (reader === this.reader) return false;
    this.by = { ...this.by, areas };
    this.reader = reader;
    this.facts.clear();
    this.stored.clear();
    return true;
  }

  profile(release: ReleaseText): Profile {
    return this.profiles.of(release, profileOf);
  }

  groundOf(release: ReleaseText): PossibleGround {
    return this.grounds.of(release, (asked) => possibleGround(readPart(asked)));
  }

  factsOf(release: ReleaseText): readonly Fact[] {
    return this.facts.of(release, (asked) => {
      const stored = this.stored.known(asked);
      return stored === undefined ? boundedFacts(asked, this.by.areas) : unpackFacts(stored.bytes);
    });
  }

  /** Whether these are the facts that would be read now; then they are kept. */
  keep(release: ReleaseText, stored: StoredFacts): boolean {
    if (stored.key !== factsKey(this.reader, release)) return false;
    this.stored.put(release, stored);
    return true;
  }

  /** The release's facts as they are to be stored with it. */
  toStore(release: ReleaseText): StoredFacts {
    return { key: factsKey(this.reader, release), bytes: packFacts(this.factsOf(release)) };
  }

  /** Bytes of facts held, as counted against the budgets. */
  get factBytes(): { readonly stored: number; readonly read: number } {
    return { stored: this.stored.weight, read: this.facts.weight };
  }

  forget(id: string): void {
    this.profiles.forget(id);
    this.grounds.forget(id);
    this.facts.forget(id);
    this.stored.forget(id);
  }
}

const bytesOfFacts = (facts: readonly Fact[]): number =>
  facts.reduce(
    (sum, { frame }) => sum + FACT_BYTES + 4 * (frame.left.length + frame.right.length + frame.near.length),
    0,
  );
