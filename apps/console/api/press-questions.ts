import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import {
  type accreditationRulesSchema,
  type accreditationViewSchema,
  type answerListSchema,
  type interviewListSchema,
  type interviewRulesSchema,
  type interviewSchema,
  type departureListSchema,
  type lineListSchema,
  type linkViewSchema,
  type mailingListListSchema,
  type outletListSchema,
  type registrationListSchema,
  type reporterListSchema,
  type standingListSchema,
  type suppressionListSchema,
} from './press-contract.js';

/** Rules change with a restart. */
const rulesStaleMs = 10 * 60_000;

export const interviewsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['interviews', query],
    queryFn: () => ask<typeof interviewListSchema>('/interviews', { query }),
    placeholderData: keepPreviousData,
  });

export const interviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['interviews', 'one', id],
    queryFn: () => ask<typeof interviewSchema>(`/interviews/${id}`),
  });

export const interviewRulesQuery = queryOptions({
  queryKey: ['interview-rules'],
  queryFn: () => ask<typeof interviewRulesSchema>('/interviews/rules'),
  staleTime: rulesStaleMs,
});

export const answersQuery = (query: Query) =>
  queryOptions({
    queryKey: ['media-answers', query],
    queryFn: () => ask<typeof answerListSchema>('/media-answers', { query }),
    placeholderData: keepPreviousData,
  });

/** The agreed lines that an organ may use now. */
export const linesInForceQuery = (organ: string, matter: string) =>
  queryOptions({
    queryKey: ['media-answers', 'lines', organ, matter],
    queryFn: () => ask<typeof lineListSchema>('/media-answers/lines', { query: { organ, matter } }),
  });

export const standingsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['media', 'standings', query],
    queryFn: () => ask<typeof standingListSchema>('/media/accreditations', { query }),
    placeholderData: keepPreviousData,
  });

export const accreditationQuery = (reporterId: string) =>
  queryOptions({
    queryKey: ['media', 'accreditation', reporterId],
    queryFn: () => ask<typeof accreditationViewSchema>(`/media/reporters/${reporterId}/accreditations`),
  });

export const accreditationRulesQuery = queryOptions({
  queryKey: ['accreditation-rules'],
  queryFn: () => ask<typeof accreditationRulesSchema>('/media/accreditation-rules'),
  staleTime: rulesStaleMs,
});

export const outletsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['media', 'outlets', query],
    queryFn: () => ask<typeof outletListSchema>('/media/outlets', { query }),
    placeholderData: keepPreviousData,
  });

/** The link of an outlet's page, and what was opened by it before its hour. */
export const outletLinkQuery = (id: string) =>
  queryOptions({
    queryKey: ['media', 'link', id],
    queryFn: () => ask<typeof linkViewSchema>(`/media/outlets/${id}/link`),
  });

export const reportersQuery = (query: Query) =>
  queryOptions({
    queryKey: ['media', 'reporters', query],
    queryFn: () => ask<typeof reporterListSchema>('/media/reporters', { query }),
    placeholderData: keepPreviousData,
  });

export const listsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['media', 'lists', query],
    queryFn: () => ask<typeof mailingListListSchema>('/media/lists', { query }),
    placeholderData: keepPreviousData,
  });

/** Who left a list of their own will. */
export const departuresQuery = (listId: string) =>
  queryOptions({
    queryKey: ['media', 'departures', listId],
    queryFn: () => ask<typeof departureListSchema>(`/media/lists/${listId}/departures`),
  });

/** All of them, to choose from. */
export const mailingListsQuery = listsQuery({ pageSize: 200 });

export const suppressionsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['media', 'suppressions', query],
    queryFn: () => ask<typeof suppressionListSchema>('/media/suppressions', { query }),
    placeholderData: keepPreviousData,
  });

/** Who comes to a press conference. */
export const registrationsQuery = (conferenceId: string, query: Query) =>
  queryOptions({
    queryKey: ['conference', conferenceId, 'registrations', query],
    queryFn: () =>
      ask<typeof registrationListSchema>(`/media/conferences/${conferenceId}/registrations`, { query }),
    placeholderData: keepPreviousData,
  });
