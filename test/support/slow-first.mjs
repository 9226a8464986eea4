/**
 * The order of suites on a clean clone: those that wait for machines to die or platforms to come back begin first, so that they do not
 * run alone at the end; then the larger files, as Jest itself does where it knows no times.
 */
import { statSync } from 'node:fs';

const waits = /test\/(?:faults|browser)\/|test\/journeys\/start-up\.|reminders-of-a-year|libs\/jobs\//;

export default class SlowFirst {
  sort(tests) {
    const weight = ({ path }) => (waits.test(path) ? 1e9 : 0) + statSync(path).size;
    return [...tests].sort((one, other) => weight(other) - weight(one));
  }

  shard(tests) {
    return tests;
  }

  allFailedTests(tests) {
    return tests;
  }

  cacheResults() {}
}
