import Runtime from 'jest-runtime';

const tests = new URL('../', import.meta.url).href;

/** An import rule keeps everything else from importing these. */
const isOfTests = (key) =>
  key.startsWith(tests) || /\.(?:test|contract)\.tsx?$/.test(key) || key.startsWith('@jest/globals');

let kept;

/**
 * A worker loads the product's modules once, not once per suite: most suites with a database spent more on reading and compiling what
 * the one before had read and compiled than on their own questions (those of `libs/signoff`: 58 instead of 89 seconds of CPU).
 * Files of tests are loaded anew for each suite. What this asks of the product is what its processes ask anyway: that no module keeps
 * what one city said for the next one.
 */
export default class KeptModules extends Runtime {
  constructor(...args) {
    if (kept !== undefined) {
      kept._testPath = args[6];
      return kept;
    }
    super(...args);
    kept = this;
  }

  teardown() {
    this.restoreAllMocks();
    const { esModuleRegistry, internalModuleRegistry } = this.registries;
    for (const key of esModuleRegistry.keys()) if (isOfTests(key)) esModuleRegistry.delete(key);
    // Jest's runner and `expect`, which count for one suite.
    internalModuleRegistry.clear();
    this.jestGlobals.clearJestObjectCache();
  }
}
