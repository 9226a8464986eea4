// `npm run looks`: the whole form of `test/browser/looks.test.ts`, for several minutes; `npm test` runs its short one.
process.env.KOUJING_LOOKS = 'whole';
process.argv.push('test/browser/looks');
await import('./test.mjs');
