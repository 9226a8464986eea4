import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import {
  issuerListSchema,
  missingListSchema,
  organListSchema,
  organRosterSchema,
  publicationListSchema,
  staffingListSchema,
  registerListSchema,
  relayBoardSchema,
  rosterListSchema,
  ruleBookSchema,
  rulesViewSchema,
  calendarViewSchema,
  type RegisterName,
} from './contract.js';

export const organsQuery = queryOptions({
  queryKey: ['organs'],
  queryFn: () => ask(organListSchema, '/organs'),
  staleTime: 10 * 60_000,
});

export const issuersQuery = queryOptions({
  queryKey: ['organs', 'issuers'],
  queryFn: () => ask(issuerListSchema, '/statutory-issuers'),
});

export const rosterQuery = (query: Query) =>
  queryOptions({
    queryKey: ['roster', query],
    queryFn: () => ask(rosterListSchema, '/roster', { query }),
    placeholderData: keepPreviousData,
  });

export const organRosterQuery = (organId: string) =>
  queryOptions({
    queryKey: ['roster', 'organ', organId],
    queryFn: () => ask(organRosterSchema, `/roster/${organId}`),
  });

export const staffingQuery = queryOptions({
  queryKey: ['staffing'],
  queryFn: () => ask(staffingListSchema, '/staffing'),
});

export const publicationsQuery = queryOptions({
  queryKey: ['roster', 'publications'],
  queryFn: () => ask(publicationListSchema, '/roster-publications'),
});

export const registerQuery = (register: RegisterName, query: Query) =>
  queryOptions({
    queryKey: ['registers', register, query],
    queryFn: () => ask(registerListSchema, `/registers/${register}`, { query }),
    placeholderData: keepPreviousData,
  });

export const missingQuery = (register: 'workflow' | 'noPayment') =>
  queryOptions({
    queryKey: ['registers', register, 'missing'],
    queryFn: () => ask(missingListSchema, `/registers/${register}/missing`),
  });

export const ruleBookQuery = queryOptions({
  queryKey: ['registers', 'rule-book'],
  queryFn: () => ask(ruleBookSchema, '/rule-book'),
});

export const relayBoardQuery = (query: Query) =>
  queryOptions({
    queryKey: ['registers', 'relay-board', query],
    queryFn: () => ask(relayBoardSchema, '/relay-board', { query }),
    placeholderData: keepPreviousData,
  });

export const calendarQuery = queryOptions({
  queryKey: ['calendar'],
  queryFn: () => ask(calendarViewSchema, '/calendar'),
});

export const rulesQuery = queryOptions({
  queryKey: ['rules'],
  queryFn: () => ask(rulesViewSchema, '/rules'),
  staleTime: 600_000,
});
