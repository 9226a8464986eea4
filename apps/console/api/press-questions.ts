import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import {
  accreditationRulesSchema,
  accreditationViewSchema,
  answerListSchema,
  interviewListSchema,
  interviewRulesSchema,
  interviewSchema,
  departureListSchema,
  lineListSchema,
  linkViewSchema,
  mailingListListSchema,
  outletListSchema,
  registrationListSchema,
  reporterListSchema,
  standingListSchema,
  suppressionListSchema,
} from './press-contract.js';

/** Rules change with a restart. */
const rulesStaleMs = 10 * 60_000;

export const interviewsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['interviews', query],
    queryFn: () => ask(interviewListSchema, '/interviews', { query }),
    placeholderData: keepPreviousData,
  });

export const interviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['interviews', 'one', id],
    queryFn: () => ask(interviewSchema, `/interviews/${id}`),
  });

export const interviewRulesQuery = queryOptions({
  queryKey: ['interview-rules'],
  queryFn: () => ask(interviewRulesSchema, '/interviews/rules'),
  staleTime: rulesStaleMs,
});

export const answersQuery = (query: Query) =>
  queryOptions({
    queryKey: ['media-answers', query],
    queryFn: () => ask(answerListSchema, '/media-answers', { query }),
    placeholderData: keepPreviousData,
  });

/** The agreed lines that an organ may use now. */
export const linesInForceQuery = (organ: string, matter: string) =>
  queryOptions({
    queryKey: ['media-answers', 'lines', organ, matter],
    queryFn: () => ask(lineListSchema, '/media-answers/lines', { query: { organ, matter } }),
  });

export const standingsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['media', 'standings', query],
    queryFn: () => ask(standingListSchema, '/media/accreditations', { query }),
    placeholderData: keepPreviousData,
  });

export const accreditationQuery = (reporterId: string) =>
  queryOptions({
    queryKey: ['media', 'accreditation', reporterId],
    queryFn: () => ask(accreditationViewSchema, `/media/reporters/${reporterId}/accreditations`),
  });

export const accreditationRulesQuery = queryOptions({
  queryKey: ['accreditation-rules'],
  queryFn: () => ask(accreditationRulesSchema, '/media/accreditation-rules'),
  staleTime: rulesStaleMs,
});

export const outletsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['media', 'outlets', query],
    queryFn: () => ask(outletListSchema, '/media/outlets', { query }),
    placeholderData: keepPreviousData,
  });

/** The link of an outlet's page, and what was opened by it before its hour. */
export const outletLinkQuery = (id: string) =>
  queryOptions({
    queryKey: ['media', 'link', id],
    queryFn: () => ask(linkViewSchema, `/media/outlets/${id}/link`),
  });

export const reportersQuery = (query: Query) =>
  queryOptions({
    queryKey: ['media', 'reporters', query],
    queryFn: () => ask(reporterListSchema, '/media/reporters', { query }),
    placeholderData: keepPreviousData,
  });

export const listsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['media', 'lists', query],
    queryFn: () => ask(mailingListListSchema, '/media/lists', { query }),
    placeholderData: keepPreviousData,
  });

/** Who left a list of their own will. */
export const departuresQuery = (listId: string) =>
  queryOptions({
    queryKey: ['media', 'departures', listId],
    queryFn: () => ask(departureListSchema, `/media/lists/${listId}/departures`),
  });

/** All of them, to choose from. */
export const mailingListsQuery = listsQuery({ pageSize: 200 });

export const suppressionsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['media', 'suppressions', query],
    queryFn: () => ask(suppressionListSchema, '/media/suppressions', { query }),
    placeholderData: keepPreviousData,
  });

/** Who comes to a press conference. */
export const registrationsQuery = (conferenceId: string, query: Query) =>
  queryOptions({
    queryKey: ['conference', conferenceId, 'registrations', query],
    queryFn: () => ask(registrationListSchema, `/media/conferences/${conferenceId}/registrations`, { query }),
    placeholderData: keepPreviousData,
  });
