import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask } from './client.js';
import { type approvalListSchema, type approvalSchema } from './contract.js';

/** As many as the server asks a person for: the whole queue, in the order of its clocks. */
const mostWaiting = 200;
/** Clocks run on while nobody does anything: the order is asked for anew this often (ms). */
const orderEveryMs = 60_000;

/** What waits for the reader's own word, the most urgent first. */
export const approvalsQuery = queryOptions({
  queryKey: ['approvals'],
  queryFn: () => ask<typeof approvalListSchema>('/approvals', { query: { pageSize: mostWaiting } }),
  placeholderData: keepPreviousData,
  refetchInterval: orderEveryMs,
});

export const approvalQuery = (id: string) =>
  queryOptions({ queryKey: ['approval', id], queryFn: () => ask<typeof approvalSchema>(`/approvals/${id}`) });
