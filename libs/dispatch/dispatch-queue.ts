import type { Queries } from '@koujing/database';
import type { Jobs } from '@koujing/jobs';

/** Name of the queue whose jobs wake the workers. */
export const dispatchQueue = 'dispatch';

/** One wake-up per so many rows, so that every process takes a share of a large mailing. */
const rowsPerWakeUp = 50;

export const enqueueWakeUps = (
  queries: Queries,
  jobs: Jobs,
  releaseId: string,
  rows: number,
): Promise<void> =>
  jobs.enqueue(
    queries,
    dispatchQueue,
    Array.from({ length: Math.ceil(rows / rowsPerWakeUp) }, () => ({ releaseId })),
  );
