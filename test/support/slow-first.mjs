/**
 * The order of suites on a clean clone: those that keep several processes busy or wait for platforms are spread over the run, and the
 * longest of them over its beginning. Three at a time on two cores take each other's time until something is late, and one that is
 * left for the end runs alone. Between them the larger files come first, as with Jest itself where it knows no times.
 */
import { statSync } from 'node:fs';

const long = /(?:looks|week|crash|platform-faults|start-up|every-route)\.test/;
const manyProcesses = /test\/(?:faults|browser)\/|reminders-of-a-year|libs\/jobs\//;

export default class SlowFirst {
  sort(tests) {
    const size = ({ path }) => statSync(path).size;
    const sorted = [...tests].sort((one, other) => size(other) - size(one));
    const longest = sorted.filter(({ path }) => long.test(path));
    const heavy = sorted.filter(({ path }) => manyProcesses.test(path) && !long.test(path));
    const others = sorted.filter(({ path }) => !manyProcesses.test(path) && !long.test(path));
    return spread(spread(longest, heavy, 0.5), others, 0.85);
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}

/** `few` at even distances among that share of `many`, both in their order. */
const spread = (few, many, share) => {
  const placed = (list, end) => list.map((test, at) => ({ test, place: (at / list.length) * end }));
  return [...placed(few, share), ...placed(many, 1)]
    .sort((one, other) => one.place - other.place)
    .map(({ test }) => test);
};
