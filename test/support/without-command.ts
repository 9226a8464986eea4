/** Routes that a key opens and no command calls, each with the reason. */
export const withoutCommand: Readonly<Record<string, string>> = {
  'get /api/stream': 'it does not end: `koujing status` asks how things stand',
  'get /api/bulletin': 'the same rows are counted by `koujing report bulletin --json`',
  'get /api/annual-section': 'the same rows are counted by `koujing report annual --json`',
};
