import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import { type authorisationListSchema, type delegationListSchema, type termDeskSchema } from './contract.js';

export const authorisationsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['authorisations', query],
    queryFn: () => ask<typeof authorisationListSchema>('/authorisations', { query }),
    placeholderData: keepPreviousData,
  });

export const delegationsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['delegations', query],
    queryFn: () => ask<typeof delegationListSchema>('/delegations', { query }),
    placeholderData: keepPreviousData,
  });

/** Who serves in an organ, and whether I may authorise or delegate there. */
export const termDeskQuery = (organ: string) =>
  queryOptions({
    queryKey: ['authorisations', 'desk', organ],
    queryFn: () => ask<typeof termDeskSchema>('/authorisations/desk', { query: { organ } }),
  });
