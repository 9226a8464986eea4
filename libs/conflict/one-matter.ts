import { duplicateProbability } from './duplicate.js';
import type { FactBudget } from './fact-budget.js';
import { commonGround, mostCommonGround, tellTheSame } from './facts/index.js';
import { headedByOneIncident, headedByOneOpening, onOneSchoolDay } from './one-affair.js';
import type { Readings } from './readings.js';
import type { ReleaseText } from './release-text.js';
import { disjoint, overlap } from './same-matter/key-set.js';
import type { Profile } from './same-matter/profile.js';
import { sameMatter } from './same-matter/score.js';

/** From here on figures that both state alike settle whether it is one matter: 962.7亿元 in both, whatever the words. */
const DOUBTFUL = 0.03;
const COPIED = 0.9;
/** Less than what whole texts show, so that a group forms round those first. */
const LIKELY = 0.7;
const LEAST_GROUND = 0.5;
const ENOUGH_IN_COMMON = 0.55;
/** Of that ground, what each street or place that both name is worth. */
const STREET = 0.45;
/** From here on one piece of information that both give settles it too. */
const NEARLY = 0.4;

/** 关于《民宿管理办法（征求意见稿）》公开征求意见: both headed by the name of one paper. */
const onOnePaper = (one: string, other: string): boolean => {
  const [a, b] = [one, other].map((title) =>
    /《([^》]{6,})》/u.exec(title)?.[1]?.replace(/[（(][^）)]*[）)]/gu, ''),
  );
  return a !== undefined && a === b;
};

/** What is asked about, read once, and what telling doubtful matters apart by their facts may cost. */
export interface Question {
  readonly release: ReleaseText;
  readonly profile: Profile;
  readonly budget: FactBudget;
}

/** How likely the two are about one matter, 0..1: by their words, and where these leave it open by what both state. */
export function onOneMatter(
  { release, profile, budget }: Question,
  other: ReleaseText,
  readings: Readings,
): number {
  const otherProfile = readings.profile(other);
  const { probability } = sameMatter(profile, otherProfile);
  if (probability >= 0.5) return probability;
  if (headedByOneIncident(release, other) || onOneSchoolDay(release, other)) return LIKELY;
  if (headedByOneOpening(release, other)) return LIKELY;
  if (probability < DOUBTFUL) return probability;
  // The same text again is on the same matter, however few its words are. Letters are compared under one heading only: a check of a
  // million releases has ten doubtful ones and ten milliseconds.
  if (release.title === other.title) {
    const copied = duplicateProbability(profile, otherProfile);
    if (copied >= COPIED) return copied;
  }
  if (onOnePaper(release.title, other.title)) return 0.5;
  const streets = overlap(profile.streets, otherProfile.streets);
  const needed = Math.max(LEAST_GROUND, 2 * (ENOUGH_IN_COMMON - probability)) - STREET * streets;
  const settled =
    needed <= 0 ||
    overlap(profile.eventDays, otherProfile.eventDays) > 0 ||
    (mayShare(readings, [release, other], needed) &&
      commonGround(readings.factsOf(other), readings.factsOf(release)) >= needed) ||
    (probability >= NEARLY &&
      // One hour and two streets: two like events, unless the texts as a whole say that they are one.
      !disjoint(profile.streets, otherProfile.streets) &&
      tellTheSame(...budget.cut(readings.factsOf(other), readings.factsOf(release))));
  return settled ? 0.5 : probability;
}

/** Ten of fifty candidates are doubtful, and one in a thousand of them is settled: facts are read for few. */
const mayShare = (
  readings: Readings,
  [release, other]: readonly [ReleaseText, ReleaseText],
  needed: number,
): boolean => {
  const own = readings.groundOf(release);
  return own.most >= needed && mostCommonGround(own, readings.groundOf(other)) >= needed;
};
