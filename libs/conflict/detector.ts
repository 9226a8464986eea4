import { boundedFacts } from './bounded-facts.js';
import { areTwoEvents, commonGround, compareFacts, type Fact } from './facts/index.js';
import { duplicateProbability } from './duplicate.js';
import type { Finding } from './finding.js';
import { crossRemit } from './judge/cross-remit.js';
import { duplicates } from './judge/duplicate-finding.js';
import { inconsistent } from './judge/inconsistent.js';
import { relationOf, type Judgement } from './judge/judgement.js';
import { comparable } from './judge/scope.js';
import { multiHeaded } from './judge/multi-headed.js';
import { OrganDirectory } from './organ-directory.js';
import type { OrganProfile, ReleaseText, StatutoryIssuer } from './release-text.js';
import { indexedDocument } from './retrieval/document.js';
import { ReleaseIndex } from './retrieval/release-index.js';
import { profileOf, type Profile } from './same-matter/profile.js';
import { sameMatter } from './same-matter/score.js';
import { withinRelease, type WithinOptions } from './within/within-release.js';

export interface DetectorOptions {
  readonly organs?: readonly OrganProfile[];
  readonly statutoryIssuers?: readonly StatutoryIssuer[];
  /** Releases further apart in time are never compared. */
  readonly windowDays?: number;
}

const DAY = 86_400_000;
const DEFAULT_WINDOW_DAYS = 30;
/** Retrieved and scored; then the best of them have their facts compared. */
const RETRIEVED = 50;
const COMPARED = 10;
/** Profiles and facts kept for the window, oldest use dropped first: about 10 kB each. */
const CACHED = 20_000;

/** From here on figures that both state alike settle whether it is one matter: 962.7亿元 in both, whatever the words. */
const DOUBTFUL = 0.03;
const LEAST_GROUND = 0.5;
const ENOUGH_IN_COMMON = 0.55;

interface Read {
  readonly profile: Profile;
  readonly facts: readonly Fact[];
}

/** Everything released so far, ready to be asked about one more text. Pure: no clock, no files, no database. */
export class Detector {
  readonly directory: OrganDirectory;
  private readonly index = new ReleaseIndex();
  private readonly releases = new Map<string, ReleaseText>();
  private readonly superseded = new Set<string>();
  private readonly cache = new Map<string, LazyRead>();
  private readonly windowMs: number;
  /** Areas of the register: places that texts name and no gazetteer knows. */
  private readonly areas: readonly string[];

  constructor(private readonly options: DetectorOptions = {}) {
    this.directory = new OrganDirectory(options.organs);
    this.areas = [
      ...new Set(
        (options.organs ?? []).flatMap(({ area }) => (area === undefined || area.length < 2 ? [] : [area])),
      ),
    ];
    this.windowMs = (options.windowDays ?? DEFAULT_WINDOW_DAYS) * DAY;
  }

  get size(): number {
    return this.releases.size;
  }

  /** A release with the same id is replaced. */
  add(release: ReleaseText): void {
    if (this.releases.has(release.id)) this.remove(release.id);
    this.releases.set(release.id, release);
    if (release.supersedes !== undefined) this.superseded.add(release.supersedes);
    this.index.add(indexedDocument(release, this.read(release).profile));
  }

  remove(id: string): void {
    const release = this.releases.get(id);
    if (release === undefined) return;
    this.releases.delete(id);
    this.cache.delete(id);
    this.index.remove(id);
    if (release.supersedes !== undefined) this.superseded.delete(release.supersedes);
  }

  replace(release: ReleaseText): void {
    this.add(release);
  }

  /** What stands against releasing this text: it against everything added. */
  check(release: ReleaseText): readonly Finding[] {
    const judgements = this.judge(release);
    const remit = this.remitFinding(release);
    return [...this.pairFindings(judgements), ...(remit === undefined ? [] : [remit])];
  }

  /** Everything added that is about the same matter, versions already superseded left out. */
  judge(release: ReleaseText): readonly Judgement[] {
    const read = this.read(release);
    const { keys, counts, time } = indexedDocument(release, read.profile);
    const query = {
      keys,
      counts,
      time: read.profile.time === null ? null : time,
      windowMs: this.windowMs,
      limit: RETRIEVED,
    };
    return this.index
      .search(query)
      .filter(({ id }) => id !== release.id && id !== release.supersedes && !this.superseded.has(id))
      .map(({ id }) => this.score(read, this.releases.get(id) as ReleaseText))
      .filter(({ probability }) => probability >= 0.5)
      .sort((x, y) => y.probability - x.probability)
      .slice(0, COMPARED)
      .map(({ other, probability }) => this.judgement({ release, read }, other, probability));
  }

  pairFindings(judgements: readonly Judgement[]): readonly Finding[] {
    return [
      ...duplicates(judgements, this.directory),
      ...multiHeaded(judgements, this.directory),
      ...judgements.flatMap((judgement) => inconsistent(judgement, this.directory) ?? []),
    ];
  }

  /** What the release says against itself, its renditions, its attachments and what it replaces. */
  withinFinding(release: ReleaseText, options: Omit<WithinOptions, 'facts'> = {}): Finding | undefined {
    return withinRelease(release, { ...options, facts: this.read(release).facts });
  }

  remitFinding(release: ReleaseText): Finding | undefined {
    const { organs = [], statutoryIssuers = [] } = this.options;
    return crossRemit(release, { organs, statutoryIssuers, directory: this.directory });
  }

  private score(read: Read, other: ReleaseText): { other: ReleaseText; probability: number } {
    const before = this.read(other);
    const probability = sameMatter(read.profile, before.profile).probability;
    if (probability >= 0.5 || probability < DOUBTFUL) return { other, probability };
    const ground = commonGround(before.facts, read.facts);
    const settled = ground >= LEAST_GROUND && probability + ground / 2 >= ENOUGH_IN_COMMON;
    return { other, probability: settled ? 0.5 : probability };
  }

  private judgement(
    asked: { release: ReleaseText; read: Read },
    other: ReleaseText,
    probability: number,
  ): Judgement {
    const before = this.read(other);
    const conflicts = compareFacts(other, asked.release, before.facts, asked.read.facts).filter(
      (conflict) => conflict.update !== true && comparable(conflict, other, asked.release),
    );
    return {
      a: other,
      b: asked.release,
      sameMatter: probability,
      duplicate: duplicateProbability(before.profile, asked.read.profile),
      relation: relationOf(other, asked.release, this.directory),
      conflicts,
      twoEvents: areTwoEvents(
        { organ: other.organ, facts: before.facts },
        { organ: asked.release.organ, facts: asked.read.facts },
      ),
    };
  }

  private read(release: ReleaseText): Read {
    const known = this.cache.get(release.id);
    if (known?.release === release) return known;
    const read = new LazyRead(release, this.areas);
    this.cache.set(release.id, read);
    if (this.cache.size > CACHED) this.cache.delete(this.cache.keys().next().value as string);
    return read;
  }
}

/** Facts are extracted only for releases that come so far. */
class LazyRead implements Read {
  private extracted: readonly Fact[] | undefined;
  readonly profile: Profile;

  constructor(
    readonly release: ReleaseText,
    private readonly areas: readonly string[],
  ) {
    this.profile = profileOf(release);
  }

  get facts(): readonly Fact[] {
    this.extracted ??= boundedFacts(this.release, this.areas);
    return this.extracted;
  }
}
