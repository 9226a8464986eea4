import type { Queries } from '@koujing/database';

/** The same queries, and how many statements they were and how many rows came back. */
export const countedReads = (queries: Queries) => {
  const read = { statements: 0, rows: 0 };
  const counted = queries.withPlugin({
    transformQuery: ({ node }) => node,
    transformResult: ({ result }) => {
      read.statements += 1;
      read.rows += result.rows.length;
      return Promise.resolve(result);
    },
  });
  return { queries: counted, read };
};
