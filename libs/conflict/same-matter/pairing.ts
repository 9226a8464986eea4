import { isWideHazard } from './hazard.js';
import { disjoint, overlap } from './key-set.js';
import type { Profile } from './profile.js';
import { contexts, sharedWords, type SharedWord } from './shared-words.js';
import { daysApart, regionAgreement } from './slots.js';

const DAY = 86_400_000;
/** District names agree in the city at hand; the gazetteer may know many of one name. */
const SAME_DISTRICT = 0.8;
/** An undated text may be of that day; seldom enough that the words must say so too. */
const UNDATED_NEARNESS = 0.35;
/** A text of three days later still tells of the event, one of ten days later mostly of another. */
const NEAR_DAYS = 3;

/** Two profiles side by side; what several features need is worked out once, and only when asked for. */
export class Pairing {
  readonly shared: readonly SharedWord[];
  readonly sharedMass: number;
  /** As `regionAgreement`, with the districts that the suffix alone shows: one city's two districts are two places. */
  readonly regions: number;
  /** Days between the nearest days of both; null when unknown. */
  readonly apart: number | null;
  readonly mainHazards: readonly string[];
  /** Told from many places: an earthquake is, a fire is not. */
  readonly wide: boolean;
  /** 1 for the same day, falling with the days between. */
  readonly nearness: number;
  private commonFigures: number | undefined;
  private contextValues: readonly number[] | undefined;

  constructor(
    readonly a: Profile,
    readonly b: Profile,
  ) {
    this.shared = sharedWords(a.words, b.words);
    this.sharedMass = this.shared.reduce((sum, { rarity }) => sum + rarity, 0);
    this.regions = whereabouts(a, b);
    this.mainHazards = a.mainHazards.filter((hazard) => b.mainHazards.includes(hazard));
    this.apart = apart(a, b, this.mainHazards.length > 0);
    this.wide = this.mainHazards.some(isWideHazard) || overlap(a.typhoons, b.typhoons) > 0;
    this.nearness = this.apart === null ? UNDATED_NEARNESS : Math.exp(-this.apart / NEAR_DAYS);
  }

  get figures(): number {
    return (this.commonFigures ??= overlap(this.a.figures, this.b.figures));
  }

  get contexts(): readonly number[] {
    return (this.contextValues ??= contexts(this.a, this.b, this.shared));
  }
}

/** One names the county in full, the other calls it by its bare name. */
const BARE_NAME = 0.8;

/**
 * An event is of its day, so what both name decides; a text that names none is of its day of publication. A plan is told with the
 * days it is for, so there the days of publication speak as well.
 */
function apart(a: Profile, b: Profile, event: boolean): number | null {
  const named = daysApart(a.days, b.days);
  if (named !== null && event) return named;
  if (a.time === null || b.time === null) return named;
  const published = Math.round(Math.abs(a.time - b.time) / DAY);
  return named === null ? published : Math.min(named, published);
}

function whereabouts(a: Profile, b: Profile): number {
  if (overlap(a.districts, b.districts) > 0)
    return Math.max(SAME_DISTRICT, regionAgreement(a.regions, b.regions));
  if (namedIn(a, b) || namedIn(b, a)) return BARE_NAME;
  return disjoint(a.districts, b.districts) ? -1 : regionAgreement(a.regions, b.regions);
}

const namedIn = ({ bareNames }: Profile, { text }: Profile): boolean =>
  bareNames.some((name) => text.includes(name));
