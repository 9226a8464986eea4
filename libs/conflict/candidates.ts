import type { Near } from './counterpart.js';
import type { Readings } from './readings.js';
import type { ReleaseText } from './release-text.js';
import { overlap } from './same-matter/key-set.js';

/** Of what is retrieved and scored, the best have their facts compared. */
const COMPARED = 10;
/** Of those that are hardly on one matter, this many are asked whether they contradict each other all the same. */
const DOUBTED = 6;
const LIKELY = 0.5;
const UNLIKELY = 0.02;
/** Less likely ones are asked where both name a document by its number: a notice passed on says little else of it. */
const LEAST_LIKELY = 0.005;
/** Letters. */
const HEAD = 1_000;
const DOCUMENT_NUMBER = /[〔[(（]\d{4}[〕\])）]/;
/** Beside the likeliest a few that count up to the same hour over the whole city. */
const COUNTED = 3;

/** What is worth comparing with a release, likelier ones first. */
export interface Candidates {
  /** On one matter. */
  readonly same: readonly Near[];
  /** Hardly on one matter: only what contradicts by itself counts. */
  readonly doubtful: readonly Near[];
}

export const candidatesAmong = (
  found: readonly Near[],
  release: ReleaseText,
  readings: Pick<Readings, 'profile'>,
): Candidates => {
  const scored = found
    .filter(
      ({ other, probability }) =>
        probability >= UNLIKELY ||
        (probability >= LEAST_LIKELY && namesDocument(other) && namesDocument(release)),
    )
    .sort((x, y) => y.probability - x.probability);
  const { countedHours } = readings.profile(release);
  const counting = found.filter(
    ({ other, probability }) =>
      probability < LIKELY && overlap(countedHours, readings.profile(other).countedHours) > 0,
  );
  return {
    same: scored.filter(({ probability }) => probability >= LIKELY).slice(0, COMPARED),
    doubtful: [
      ...new Set([
        ...scored.filter(({ probability }) => probability < LIKELY).slice(0, DOUBTED),
        ...counting.slice(0, COUNTED),
      ]),
    ],
  };
};

const namesDocument = ({ body }: ReleaseText): boolean => DOCUMENT_NUMBER.test(body.slice(0, HEAD));
