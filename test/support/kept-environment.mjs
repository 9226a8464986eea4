import { TestEnvironment } from 'jest-environment-node';

/** What Jest's runner leaves on the global object: who hears of its events, through its state every test of the ended suite, and the limit that one suite set itself, which the next would inherit. */
const ofRunner = new Set(['EVENT_HANDLERS', 'JEST_STATE_SYMBOL', 'TEST_TIMEOUT_SYMBOL']);

let kept;

/** One context for all the suites of a worker: modules belong to the context that they were loaded in (see `kept-modules.mjs`). */
export default class KeptEnvironment extends TestEnvironment {
  constructor(...args) {
    if (kept !== undefined) return kept;
    super(...args);
    kept = this;
    this.exit = this.global.process.exit;
  }

  async teardown() {
    this.fakeTimersModern.useRealTimers();
    for (const key of Object.getOwnPropertySymbols(this.global))
      if (ofRunner.has(key.description)) delete this.global[key];
    // The runner wraps it anew for each suite.
    this.global.process.exit = this.exit;
    // Remembered by Jest in order to take them apart with the context.
    this._globalProxy.leftovers = [];
  }
}
