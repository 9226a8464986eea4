import { areTwoEvents, commonGround, compareFacts, mostCommonGround } from './facts/index.js';
import { duplicateProbability } from './duplicate.js';
import { FactBudget } from './fact-budget.js';
import type { Finding } from './finding.js';
import { crossRemit } from './judge/cross-remit.js';
import { duplicates } from './judge/duplicate-finding.js';
import { inconsistent } from './judge/inconsistent.js';
import { relationOf, type Judgement } from './judge/judgement.js';
import { comparable } from './judge/scope.js';
import { multiHeaded } from './judge/multi-headed.js';
import { OrganDirectory } from './organ-directory.js';
import { Readings } from './readings.js';
import type { OrganProfile, ReleaseText, StatutoryIssuer } from './release-text.js';
import { indexedDocument } from './retrieval/document.js';
import { ReleaseIndex } from './retrieval/release-index.js';
import { sameMatter } from './same-matter/score.js';
import { withinRelease, type WithinOptions } from './within/within-release.js';

/** The organs with their remits, and who alone may speak on what. */
export interface OrganRegister {
  readonly organs?: readonly OrganProfile[];
  readonly statutoryIssuers?: readonly StatutoryIssuer[];
}

export interface DetectorOptions extends OrganRegister {
  /** Releases further apart in time are never compared. */
  readonly windowDays?: number;
}

const DAY = 86_400_000;
/** DETECTION.md, "Targets": ±30 days. */
export const DEFAULT_WINDOW_DAYS = 30;
/** Retrieved and scored; then the best of them have their facts compared. */
const RETRIEVED = 50;
const COMPARED = 10;

/** From here on figures that both state alike settle whether it is one matter: 962.7亿元 in both, whatever the words. */
const DOUBTFUL = 0.03;
const LEAST_GROUND = 0.5;
const ENOUGH_IN_COMMON = 0.55;

/** Everything released so far, ready to be asked about one more text. Pure: no clock, no files, no database. */
export class Detector {
  private organs: OrganDirectory;
  private readonly index = new ReleaseIndex();
  private readonly handles = new Map<string, number>();
  /** By handle: the index knows releases by these numbers only. */
  private readonly releases = new Map<number, ReleaseText>();
  private nextHandle = 0;
  private readonly superseded = new Set<string>();
  private readonly readings: Readings;
  private readonly windowMs: number;
  private register: OrganRegister;

  constructor(options: DetectorOptions = {}) {
    this.register = options;
    this.organs = new OrganDirectory(options.organs);
    this.readings = new Readings(areasOf(options.organs ?? []));
    this.windowMs = (options.windowDays ?? DEFAULT_WINDOW_DAYS) * DAY;
  }

  get directory(): OrganDirectory {
    return this.organs;
  }

  /** The register was changed: names, remits and areas are read anew; what is indexed does not depend on them. */
  reregister(register: OrganRegister): void {
    this.register = register;
    this.organs = new OrganDirectory(register.organs);
    this.readings.reread(areasOf(register.organs ?? []));
  }

  get size(): number {
    return this.handles.size;
  }

  /** A release with the same id is replaced. */
  add(release: ReleaseText): void {
    this.remove(release.id);
    const handle = this.nextHandle++;
    this.handles.set(release.id, handle);
    this.releases.set(handle, release);
    if (release.supersedes !== undefined) this.superseded.add(release.supersedes);
    this.index.add(indexedDocument(handle, this.readings.profile(release)));
  }

  remove(id: string): void {
    const handle = this.handles.get(id);
    const release = handle === undefined ? undefined : this.releases.get(handle);
    if (handle === undefined || release === undefined) return;
    this.handles.delete(id);
    this.releases.delete(handle);
    this.readings.forget(id);
    this.index.remove(handle);
    if (release.supersedes !== undefined) this.superseded.delete(release.supersedes);
  }

  replace(release: ReleaseText): void {
    this.add(release);
  }

  /** Nothing published before `time` (milliseconds) is compared with any more; answers how many that were. */
  removeBefore(time: number): number {
    const gone = this.index.removeBefore(time);
    for (const handle of gone) {
      const { id } = this.releases.get(handle) as ReleaseText;
      this.handles.delete(id);
      this.releases.delete(handle);
      this.readings.forget(id);
      // What it replaced is older as a rule; where it is not, it stays replaced.
      this.superseded.delete(id);
    }
    return gone.length;
  }

  /** What stands against releasing this text: it against everything added. */
  check(release: ReleaseText): readonly Finding[] {
    const judgements = this.judge(release);
    const remit = this.remitFinding(release);
    return [...this.pairFindings(judgements), ...(remit === undefined ? [] : [remit])];
  }

  /** Everything added that is about the same matter, versions already superseded left out. */
  judge(release: ReleaseText): readonly Judgement[] {
    const profile = this.readings.profile(release);
    const { time } = profile;
    const budget = new FactBudget();
    const { keys } = indexedDocument(0, profile);
    return this.index
      .search({ keys, time, windowMs: this.windowMs, limit: RETRIEVED })
      .map(({ handle }) => this.releases.get(handle) as ReleaseText)
      .filter(({ id }) => id !== release.id && id !== release.supersedes && !this.superseded.has(id))
      .map((other) => ({ other, probability: this.probability(release, other) }))
      .filter(({ probability }) => probability >= 0.5)
      .sort((x, y) => y.probability - x.probability)
      .slice(0, COMPARED)
      .map(({ other, probability }) => this.judgement(release, { other, probability, budget }));
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
    return withinRelease(release, { ...options, facts: this.readings.factsOf(release) });
  }

  remitFinding(release: ReleaseText): Finding | undefined {
    const { organs = [], statutoryIssuers = [] } = this.register;
    return crossRemit(release, { organs, statutoryIssuers, directory: this.directory });
  }

  private probability(release: ReleaseText, other: ReleaseText): number {
    const { readings } = this;
    const { probability } = sameMatter(readings.profile(release), readings.profile(other));
    if (probability >= 0.5 || probability < DOUBTFUL) return probability;
    const needed = Math.max(LEAST_GROUND, 2 * (ENOUGH_IN_COMMON - probability));
    const settled =
      this.mayShare(release, other, needed) &&
      commonGround(readings.factsOf(other), readings.factsOf(release)) >= needed;
    return settled ? 0.5 : probability;
  }

  /** Ten of fifty candidates are doubtful, and one in a thousand of them is settled: facts are read for few. */
  private mayShare(release: ReleaseText, other: ReleaseText, needed: number): boolean {
    const own = this.readings.groundOf(release);
    return own.most >= needed && mostCommonGround(own, this.readings.groundOf(other)) >= needed;
  }

  private judgement(release: ReleaseText, { other, probability, budget }: Candidate): Judgement {
    const { readings } = this;
    const [before, after] = [readings.factsOf(other), readings.factsOf(release)];
    return {
      a: other,
      b: release,
      sameMatter: probability,
      duplicate: duplicateProbability(readings.profile(other), readings.profile(release)),
      relation: relationOf(other, release, this.directory),
      twoEvents: areTwoEvents({ organ: other.organ, facts: before }, { organ: release.organ, facts: after }),
      conflicts: compareFacts(other, release, ...budget.cut(before, after)).filter(
        (conflict) => conflict.update !== true && comparable(conflict, other, release),
      ),
    };
  }
}

/** A release on the same matter, likelier ones first, and what comparing its facts may cost. */
interface Candidate {
  readonly other: ReleaseText;
  readonly probability: number;
  readonly budget: FactBudget;
}

/** Areas of the register: places that texts name and no gazetteer knows. */
const areasOf = (organs: readonly OrganProfile[]): readonly string[] => [
  ...new Set(organs.flatMap(({ area }) => (area === undefined || area.length < 2 ? [] : [area]))),
];
