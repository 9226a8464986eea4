import { candidatesAmong } from './candidates.js';
import { Counterparts } from './counterpart.js';
import { areTwoEvents, comparison, happenedApart, plainlyAnswering, toldAlike } from './facts/index.js';
import { duplicateProbability } from './duplicate.js';
import { FactBudget } from './fact-budget.js';
import type { FactConflict, Finding } from './finding.js';
import { crossRemit } from './judge/cross-remit.js';
import { duplicates } from './judge/duplicate-finding.js';
import { inconsistent } from './judge/inconsistent.js';
import { relationOf, type Judgement } from './judge/judgement.js';
import { withoutOvertaken } from './judge/overtaken.js';
import { otherIssue } from './judge/other-issue.js';
import { comparable, TOLLS } from './judge/scope.js';
import { isMultiHeaded, multiHeaded } from './judge/multi-headed.js';
import { onOneMatter, type Question } from './one-matter.js';
import { OrganDirectory } from './organ-directory.js';
import { Readings } from './readings.js';
import type { OrganProfile, ReleaseText, StatutoryIssuer } from './release-text.js';
import { Released } from './released.js';
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

/** Two accidents of one morning have two tolls: those alone show no one matter where the words hardly do. */
const HARDLY = 0.2;

const DAY = 86_400_000;
/** DETECTION.md, "Targets": ±30 days. */
export const DEFAULT_WINDOW_DAYS = 30;
/** Everything released so far, ready to be asked about one more text. Pure: no clock, no files, no database. */
export class Detector {
  private organs: OrganDirectory;
  private readonly released: Released;
  private readonly readings: Readings;
  private register: OrganRegister;

  constructor(options: DetectorOptions = {}) {
    this.register = options;
    this.organs = new OrganDirectory(options.organs);
    const areas = areasOf(options.organs ?? []);
    this.readings = new Readings({ extractor: options.extractor ?? '', areas });
    this.released = new Released(this.readings, (options.windowDays ?? DEFAULT_WINDOW_DAYS) * DAY);
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
    return this.released.size;
  }

  /** A release with the same id is replaced. Answers whether its facts came with it, fit to be used. */
  add(release: ReleaseText, facts: StoredFacts | null = null): boolean {
    this.remove(release.id);
    this.released.add(release);
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
    this.released.remove(id);
  }

  replace(release: ReleaseText): void {
    this.add(release);
  }

  /** Nothing published before `time` (milliseconds) is compared with any more; answers how many that were. */
  removeBefore(time: number): number {
    return this.released.removeBefore(time);
  }

  /** What stands against releasing this text: it against everything added. */
  check(release: ReleaseText): readonly Finding[] {
    const judgements = this.judge(release);
    const remit = this.remitFinding(release);
    return [...this.pairFindings(judgements), ...(remit === undefined ? [] : [remit])];
  }

  /** Everything added that is about the same matter, versions already superseded left out. */
  judge(release: ReleaseText): readonly Judgement[] {
    return this.settled(this.suspect(release), ({ a, b }) => this.counterparts.isNearest(b, a));
  }

  /** As `judge`, but for what company has yet to show: a set is asked about that when all of it is added. */
  suspect(release: ReleaseText): readonly Judgement[] {
    const profile = this.readings.profile(release);
    const budget = new FactBudget();
    const question: Question = { release, profile, budget: new FactBudget() };
    const found = this.released.search(release).map(({ other, words }) => ({
      other,
      words,
      probability: onOneMatter(question, other, this.readings),
    }));
    const { same, doubtful } = candidatesAmong(found, release, this.readings);
    const nearest = this.counterparts.nearest(release, found);
    const near = this.counterparts.isDoubtful(release, nearest) ? nearest : undefined;
    return [
      ...same.map((candidate) => {
        const weighed = this.weighed(release, { ...candidate, budget });
        return candidate.other === nearest?.other ? this.nearestJudgement(weighed) : weighed.judgement;
      }),
      ...doubtful
        .filter(({ other }) => other !== near?.other)
        .flatMap((candidate) => this.plainJudgement(release, { ...candidate, budget })),
      ...(near === undefined ? [] : this.nearJudgement(release, { ...near, budget })),
    ];
  }

  /** One matter if they turn out to be counterparts, and else what holds of a doubtful one. */
  private nearJudgement(release: ReleaseText, candidate: Candidate): readonly Judgement[] {
    const weighed = this.weighed(release, { ...candidate, probability: 0.5 });
    const near = weighed.judgement;
    const told = near.conflicts.length > 0;
    const loosely = told ? near : withLoose(near, weighed);
    if (loosely.conflicts.length === 0 && !isMultiHeaded(near, this.directory)) return [];
    return [{ ...loosely, instead: told ? this.plainJudgement(release, candidate) : [] }];
  }

  /** On one matter anyway; if they turn out to be counterparts as well, what differs in clauses less alike counts too. */
  private nearestJudgement(weighed: Weighed): Judgement {
    const { a, b, relation, conflicts } = weighed.judgement;
    const nearest = { ...weighed.judgement, counterparts: () => this.counterparts.are(a, b) };
    if (relation !== 'independent' || conflicts.length > 0) return nearest;
    const loosely = withLoose(nearest, weighed);
    return loosely.conflicts.length === 0 ? nearest : { ...loosely, instead: [nearest] };
  }

  /** Of one release: what company shows, as far as everything added bears it out, and what has been overtaken left out. */
  settled(
    judgements: readonly Judgement[],
    areCounterparts = ({ a, b }: Judgement): boolean => this.counterparts.are(a, b),
  ): readonly Judgement[] {
    const held = judgements.flatMap((judgement) =>
      judgement.instead === undefined || areCounterparts(judgement) ? [judgement] : judgement.instead,
    );
    const { directory } = this;
    return withoutOvertaken(held, { directory, factsOf: (text) => this.readings.factsOf(text) });
  }

  private get counterparts(): Counterparts {
    const { released, readings, directory } = this;
    return new Counterparts({ released, readings, directory });
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
    const [before, after] = [readings.factsOf(other), readings.factsOf(release)];
    if (happenedApart(before, after)) return [];
    const plainly = plainlyAnswering(before, after, probability).filter(
      ({ a, b }) => !apart || (a.reach.startsWith('!') && a.reach === b.reach),
    );
    if (plainly.length === 0 || (probability < HARDLY && plainly.every(({ a }) => TOLLS.has(a.attribute))))
      return [];
    const { judgement } = this.weighed(release, candidate);
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

  private weighed(release: ReleaseText, { other, probability, budget }: Candidate): Weighed {
    const { readings } = this;
    const relation = relationOf(other, release, this.directory);
    const [before, after] = [readings.factsOf(other), readings.factsOf(release)];
    const heads = budget.cut(before, after);
    const compared = comparison(other, release, ...heads);
    const standing = (conflicts: readonly FactConflict[]): readonly FactConflict[] =>
      conflicts.filter((conflict) => conflict.update !== true && comparable(conflict, other, release));
    const judgement = {
      a: other,
      b: release,
      sameMatter: probability,
      duplicate: duplicateProbability(readings.profile(other), readings.profile(release)),
      relation,
      toldAlike: () => toldAlike(...heads),
      counterparts: () => false,
      twoEvents:
        otherIssue(other, release) ||
        areTwoEvents({ organ: other.organ, facts: before }, { organ: release.organ, facts: after }),
      conflicts: standing(compared.conflicts),
    };
    return { judgement, loosely: () => standing(compared.loosely()) };
  }
}

/** With what differs in clauses less alike: asked for seldom and at once, since it holds all that was compared. */
interface Weighed {
  readonly judgement: Judgement;
  readonly loosely: () => readonly FactConflict[];
}
/** A near-copy differs in a fact or in none. */
const withLoose = (judgement: Judgement, { loosely }: Weighed): Judgement =>
  judgement.duplicate >= 0.5 ? judgement : { ...judgement, conflicts: loosely() };

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
