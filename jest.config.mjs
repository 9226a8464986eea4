/** One runner for every tier; `scripts/test.mjs` picks the tiers. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', tsx: true, decorators: true },
        // Without it Jest warns of every data file, once a test file.
        experimental: { keepImportAttributes: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
      },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};

export default {
  rootDir: '.',
  globalSetup: '<rootDir>/test/support/name-template.mjs',
  globalTeardown: '<rootDir>/test/support/drop-template.mjs',
  testEnvironment: '<rootDir>/test/support/kept-environment.mjs',
  runtime: '<rootDir>/test/support/kept-modules.mjs',
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/apps/console/dist'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
  moduleNameMapper: {
    '^@koujing/channels/(.*)$': '<rootDir>/libs/channels/$1/index.ts',
    '^@koujing/(.*)$': '<rootDir>/libs/$1/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  reporters: ['default', '<rootDir>/test/support/closing-line.mjs'],
  testSequencer: '<rootDir>/test/support/slow-first.mjs',
  // PGlite and Chromium start slowly on two busy cores; a hanging test is still caught.
  testTimeout: 300_000,
  // On two cores a third, since the suites that wait for machines to die or platforms to come back keep one for ten minutes.
  maxWorkers: 3,
  // A worker that begins anew loads the product's modules again: it does so only when ended suites have left it a gigabyte.
  workerIdleMemoryLimit: '1GB',
};
