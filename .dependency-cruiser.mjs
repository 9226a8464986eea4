/** Import rules of the house: ranks point one way (DESIGN: "The house"), cycles nowhere. */
const ranks = {
  kernel: 0,
  text: 1,
  calendar: 1,
  settings: 1,
  database: 1,
  crypto: 1,
  block: 2,
  jobs: 2,
  audit: 2,
  template: 3,
  organ: 3,
  channel: 3,
  access: 4,
  // Above access: who may stop a clock or import a year is asked there.
  deadline: 4.5,
  // Who may set a number of the rules is asked there too.
  rule: 4.5,
  notify: 4,
  // Above access and notify: who keeps a destination is asked there, and it follows the notices.
  chat: 4.5,
  channels: 4,
  release: 5,
  roster: 5,
  authorisation: 6,
  matter: 6,
  media: 6,
  register: 6,
  incident: 7,
  conflict: 8,
  // Reads texts as conflict does, and is asked by signoff.
  content: 8.5,
  signoff: 9,
  conference: 10,
  dispatch: 11,
  // Holds dispatch after a restoration.
  backup: 12,
  bundle: 12,
  // Refers to earlier messages of a chain, and so to what was delivered: no channel of its own.
  alert: 12,
  schedule: 12,
  // Shows what was delivered to whom, and made of the same renditions.
  newsroom: 12,
  // Tells of what every lower lib does, by what it finds in their rows.
  subscription: 12,
  watch: 13,
  report: 14,
};

const rankRules = Object.entries(ranks).map(([lib, rank]) => {
  const tooHigh = Object.entries(ranks)
    .filter(([other, otherRank]) => other !== lib && otherRank >= rank)
    .map(([other]) => other);
  return {
    name: `rank-${lib}`,
    comment: `libs/${lib} has rank ${rank}: it imports only lower ranks.`,
    severity: 'error',
    from: { path: `^libs/${lib}/` },
    to: { path: `^(libs/(${[...tooHigh, 'none'].join('|')})|apps)/` },
  };
});

export default {
  forbidden: [
    { name: 'no-cycle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'not-resolvable', severity: 'error', from: {}, to: { couldNotResolve: true } },
    ...rankRules,
    {
      name: 'channel-imports',
      comment: 'A channel knows only the contract and what it renders with.',
      severity: 'error',
      from: { path: '^libs/channels/' },
      to: { path: '^libs/', pathNot: '^libs/(kernel|text|block|template|channel|channels)/' },
    },
    {
      name: 'channels-apart',
      comment: 'Channels never import each other.',
      severity: 'error',
      from: { path: '^libs/channels/([^/]+)/' },
      to: { path: '^libs/channels/', pathNot: '^libs/channels/$1/' },
    },
    {
      name: 'front-door',
      comment:
        'A lib is imported through its index.ts or a framework-free .api.ts; controllers, guards and interceptors by name, so that no index drags Nest into the command line.',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: {
        path: '^libs/',
        pathNot: [
          '^libs/(channels/)?[^/]+/index\\.ts$',
          '\\.api\\.ts$',
          '\\.(controller|guard|interceptor|module)\\.ts$',
          // Charts are drawn by the same component in the console and in documents.
          '^libs/template/chart/index\\.ts$',
          '^$1/$2/',
        ],
      },
    },
    {
      name: 'product-apart-from-tests',
      comment: 'Test workers keep the product’s modules from suite to suite (test/support/kept-modules.mjs).',
      severity: 'error',
      from: { path: '^(libs|apps)/', pathNot: '\\.(test|contract)\\.tsx?$' },
      to: { path: '(^test/|\\.(test|contract)\\.tsx?$|@jest/globals)' },
    },
    {
      name: 'console-framework-free',
      severity: 'error',
      from: { path: '^apps/console/' },
      to: { path: '^libs/', pathNot: '(\\.api\\.ts$|^libs/(kernel|block)/|^libs/template/chart/)' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/|node_modules/@types)' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
