import { areTwoEvents, compareFacts, plainlyAnswering, toldAlike } from './facts/index.js';
import { duplicateProbability } from './duplicate.js';
import { FactBudget } from './fact-budget.js';
import type { Finding } from './finding.js';
import { crossRemit } from './judge/cross-remit.js';
import { duplicates } from './judge/duplicate-finding.js';
import { inconsistent } from './judge/inconsistent.js';
import { relationOf, type Judgement } from './judge/judgement.js';
import { withoutOvertaken } from './judge/overtaken.js';
import { otherIssue } from './judge/other-issue.js';
import { comparable } from './judge/scope.js';
import { multiHeaded } from './judge/multi-headed.js';
import { onOneMatter, type Question } from './one-matter.js';
import { OrganDirectory } from './organ-directory.js';
import { Readings } from './readings.js';
import type { OrganProfile, ReleaseText, StatutoryIssuer } from './release-text.js';
import { indexedDocument } from './retrieval/document.js';
import { ReleaseIndex } from './retrieval/release-index.js';
import { disjoint } from './same-matter/key-set.js';
import { namedApart } from './same-matter/named-things.js';
import type { Profile } from './same-matter/profile.js';
import type { StoredFacts } from './stored-facts.js';
import { withinRelease, type WithinOptions } from './within/within-release.js';

/** The organs with their remits, and who alone may speak on what. */
export interface OrganRegister {
  readonly organs?: readonly OrganProfile[];
  readonly statutoryIssuers?: readonly StatutoryIssuer[];
}

export interface DetectorOptions extends OrganRegister {
  /** Releases further apart in time are never compared. */
  readonly windowDays?: number;
  /** Of the facts that are added with releases: those of another version are read anew. */
  readonly extractor?: string;
}

const DAY = 86_400_000;
/** DETECTION.md, "Targets": ±30 days. */
export const DEFAULT_WINDOW_DAYS = 30;
/** Retrieved and scored; then the best of them have their facts compared. */
const RETRIEVED = 50;
const COMPARED = 10;
/** Of those that are hardly on one matter, this many are asked whether they contradict each other all the same. */
const DOUBTED = 6;
const UNLIKELY = 0.02;
/** Less likely ones are asked where both name a document by its number: a notice passed on says little else of it. */
const LEAST_LIKELY = 0.005;
/** Letters. */
const HEAD = 1_000;
const DOCUMENT_NUMBER = /[〔[(（]\d{4}[〕\])）]/;

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
    const areas = areasOf(options.organs ?? []);
    this.readings = new Readings({ extractor: options.extractor ?? '', areas });
    this.windowMs = (options.windowDays ?? DEFAULT_WINDOW_DAYS) * DAY;
  }

  get directory(): OrganDirectory {
    return this.organs;
  }

  /**
   * The register was changed: names, remits and areas are read anew; what is indexed does not depend on them. Answers whether facts kept
   * so far are to be read anew.
   */
  reregister(register: OrganRegister): boolean {
    this.register = register;
    this.organs = new OrganDirectory(register.organs);
    return this.readings.reread(areasOf(register.organs ?? []));
  }

  get size(): number {
    return this.handles.size;
  }

  /** A release with the same id is replaced. Answers whether its facts came with it, fit to be used. */
  add(release: ReleaseText, facts: StoredFacts | null = null): boolean {
    this.remove(release.id);
    const handle = this.nextHandle++;
    this.handles.set(release.id, handle);
    this.releases.set(handle, release);
    if (release.supersedes !== undefined) this.superseded.add(release.supersedes);
    this.index.add(indexedDocument(handle, this.readings.profile(release)));
    return facts !== null && this.readings.keep(release, facts);
  }

  /** Facts that were read late. */
  keepFacts(release: ReleaseText, facts: StoredFacts): void {
    this.readings.keep(release, facts);
  }

  /** What to store with a release, so that its facts need not be read from its text again. */
  factsToStore(release: ReleaseText): StoredFacts {
    return this.readings.toStore(release);
  }

  /** Bytes of facts that are held, within the budgets of `readings.ts`. */
  get factBytes(): Readings['factBytes'] {
    return this.readings.factBytes;
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
    const question: Question = { release, profile, budget: new FactBudget() };
    const { keys } = indexedDocument(0, profile);
    const scored = this.index
      .search({ keys, time, windowMs: this.windowMs, limit: RETRIEVED })
      .map(({ handle }) => this.releases.get(handle) as ReleaseText)
      .filter(({ id }) => id !== release.id && id !== release.supersedes && !this.superseded.has(id))
      .map((other) => ({ other, probability: onOneMatter(question, other, this.readings) }))
      .filter(
        ({ other, probability }) =>
          probability >= UNLIKELY ||
          (probability >= LEAST_LIKELY && namesDocument(other) && namesDocument(release)),
      )
      .sort((x, y) => y.probability - x.probability);
    const same = scored.filter(({ probability }) => probability >= 0.5).slice(0, COMPARED);
    const doubtful = scored.filter(({ probability }) => probability < 0.5).slice(0, DOUBTED);
    const judgements = [
      ...same.map((candidate) => this.judgement(release, { ...candidate, budget })),
      ...doubtful.flatMap((candidate) => this.plainJudgement(release, { ...candidate, budget })),
    ];
    const { directory } = this;
    return withoutOvertaken(judgements, { directory, factsOf: (text) => this.readings.factsOf(text) });
  }

  /**
   * Where the texts as a whole do not show that they are about one matter, only conflicts that hold by themselves. Few of the doubtful
   * have any, so that is asked before all their facts are compared.
   */
  private plainJudgement(release: ReleaseText, candidate: Candidate): readonly Judgement[] {
    const { readings } = this;
    const { other, probability } = candidate;
    const apart = nameApart(readings.profile(other), readings.profile(release));
    if (apart && !(countsOverAll(other) && countsOverAll(release))) return [];
    const plainly = plainlyAnswering(readings.factsOf(other), readings.factsOf(release), probability).filter(
      ({ a, b }) => !apart || (a.reach.startsWith('!') && a.reach === b.reach),
    );
    if (plainly.length === 0) return [];
    const judgement = this.judgement(release, candidate);
    const conflicts = judgement.conflicts.filter(({ a, b }) =>
      plainly.some((pair) => pair.a.start === a.start && pair.b.start === b.start),
    );
    return conflicts.length === 0 ? [] : [{ ...judgement, conflicts }];
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

  private judgement(release: ReleaseText, { other, probability, budget }: Candidate): Judgement {
    const { readings } = this;
    const relation = relationOf(other, release, this.directory);
    const [before, after] = [readings.factsOf(other), readings.factsOf(release)];
    const heads = budget.cut(before, after);
    return {
      a: other,
      b: release,
      sameMatter: probability,
      duplicate: duplicateProbability(readings.profile(other), readings.profile(release)),
      relation,
      toldAlike: () => toldAlike(...heads),
      twoEvents:
        otherIssue(other, release) ||
        areTwoEvents({ organ: other.organ, facts: before }, { organ: release.organ, facts: after }),
      conflicts: compareFacts(other, release, ...heads).filter(
        (conflict) => conflict.update !== true && comparable(conflict, other, release),
      ),
    };
  }
}

const namesDocument = ({ body }: ReleaseText): boolean => DOCUMENT_NUMBER.test(body.slice(0, HEAD));

/** Without this no fact of it has such a reach, and its facts need not be read. */
const countsOverAll = ({ title, body }: ReleaseText): boolean => /全[国省市区县州镇]/.test(title + body);

/** Two schools, two reservoirs, two streets: each tells its own, however alike the notices are, but for what it counts over 全市. */
const nameApart = (a: Profile, b: Profile): boolean =>
  namedApart(a.named, b.named) || disjoint(a.streets, b.streets);

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
