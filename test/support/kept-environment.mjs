import { TestEnvironment } from 'jest-environment-node';

/** Registered under fixed names on the global object by Jest's runner; the next suite must not report to this one's. */
const handlers = Symbol.for('EVENT_HANDLERS');

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
    delete this.global[handlers];
    // The runner wraps it anew for each suite.
    this.global.process.exit = this.exit;
  }
}
