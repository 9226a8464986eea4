import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import {
  type issuerListSchema,
  type missingListSchema,
  type organListSchema,
  type organRosterSchema,
  type publicationListSchema,
  type staffingListSchema,
  type registerListSchema,
  type relayBoardSchema,
  type rosterListSchema,
  type ruleBookSchema,
  type rulesViewSchema,
  type calendarViewSchema,
  type RegisterName,
} from './contract.js';

export const organsQuery = queryOptions({
  queryKey: ['organs'],
  queryFn: () => ask<typeof organListSchema>('/organs'),
  staleTime: 10 * 60_000,
});

export const issuersQuery = queryOptions({
  queryKey: ['organs', 'issuers'],
  queryFn: () => ask<typeof issuerListSchema>('/statutory-issuers'),
});

export const rosterQuery = (query: Query) =>
  queryOptions({
    queryKey: ['roster', query],
    queryFn: () => ask<typeof rosterListSchema>('/roster', { query }),
    placeholderData: keepPreviousData,
  });

export const organRosterQuery = (organId: string) =>
  queryOptions({
    queryKey: ['roster', 'organ', organId],
    queryFn: () => ask<typeof organRosterSchema>(`/roster/${organId}`),
  });

export const staffingQuery = queryOptions({
  queryKey: ['staffing'],
  queryFn: () => ask<typeof staffingListSchema>('/staffing'),
});

export const publicationsQuery = queryOptions({
  queryKey: ['roster', 'publications'],
  queryFn: () => ask<typeof publicationListSchema>('/roster-publications'),
});

export const registerQuery = (register: RegisterName, query: Query) =>
  queryOptions({
    queryKey: ['registers', register, query],
    queryFn: () => ask<typeof registerListSchema>(`/registers/${register}`, { query }),
    placeholderData: keepPreviousData,
  });

export const missingQuery = (register: 'workflow' | 'noPayment') =>
  queryOptions({
    queryKey: ['registers', register, 'missing'],
    queryFn: () => ask<typeof missingListSchema>(`/registers/${register}/missing`),
  });

export const ruleBookQuery = queryOptions({
  queryKey: ['registers', 'rule-book'],
  queryFn: () => ask<typeof ruleBookSchema>('/rule-book'),
});

export const relayBoardQuery = (query: Query) =>
  queryOptions({
    queryKey: ['registers', 'relay-board', query],
    queryFn: () => ask<typeof relayBoardSchema>('/relay-board', { query }),
    placeholderData: keepPreviousData,
  });

export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: () => ask<typeof calendarViewSchema>('/calendar'),
});

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: () => ask<typeof rulesViewSchema>('/rules'),
});
