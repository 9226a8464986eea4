import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import {
  type conferenceListSchema,
  type conferenceSchema,
  type deadlineDetailSchema,
  type deadlineListSchema,
  type directiveListSchema,
  type directiveSchema,
  type periodPlanListSchema,
  type periodPlanSchema,
  type planListSchema,
  type planSchema,
  type violationListSchema,
  type violationSchema,
  type incidentListSchema,
  type incidentSchema,
  type matterListSchema,
  type matterSchema,
  type routineDutyListSchema,
} from './contract.js';

export const mattersQuery = (query: Query) =>
  queryOptions({
    queryKey: ['matters', query],
    queryFn: () => ask<typeof matterListSchema>('/matters', { query }),
    placeholderData: keepPreviousData,
  });

export const matterQuery = (id: string) =>
  queryOptions({ queryKey: ['matter', id], queryFn: () => ask<typeof matterSchema>(`/matters/${id}`) });

export const incidentsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['incidents', query],
    queryFn: () => ask<typeof incidentListSchema>('/incidents', { query }),
    placeholderData: keepPreviousData,
  });

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incident', id],
    queryFn: () => ask<typeof incidentSchema>(`/incidents/${id}`),
    refetchInterval: 60_000,
  });

export const directivesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['directives', query],
    queryFn: () => ask<typeof directiveListSchema>('/directives', { query }),
    placeholderData: keepPreviousData,
  });

export const directiveQuery = (id: string) =>
  queryOptions({
    queryKey: ['directive', id],
    queryFn: () => ask<typeof directiveSchema>(`/directives/${id}`),
  });

export const plansQuery = (query: Query) =>
  queryOptions({
    queryKey: ['plans', query],
    queryFn: () => ask<typeof planListSchema>('/plans', { query }),
    placeholderData: keepPreviousData,
  });

export const planQuery = (id: string) =>
  queryOptions({ queryKey: ['plan', id], queryFn: () => ask<typeof planSchema>(`/plans/${id}`) });

export const violationsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['violations', query],
    queryFn: () => ask<typeof violationListSchema>('/violations', { query }),
    placeholderData: keepPreviousData,
  });

export const violationQuery = (id: string) =>
  queryOptions({
    queryKey: ['violation', id],
    queryFn: () => ask<typeof violationSchema>(`/violations/${id}`),
  });

export const periodPlansQuery = queryOptions({
  queryKey: ['period-plans'],
  queryFn: () => ask<typeof periodPlanListSchema>('/period-plans', { query: { pageSize: 20 } }),
});

export const periodPlanQuery = (id: string) =>
  queryOptions({
    queryKey: ['period-plan', id],
    queryFn: () => ask<typeof periodPlanSchema>(`/period-plans/${id}`),
  });

export const deadlinesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['deadlines', query],
    queryFn: () => ask<typeof deadlineListSchema>('/deadlines', { query }),
    refetchInterval: 60_000,
  });

export const deadlineQuery = (id: string) =>
  queryOptions({
    queryKey: ['deadlines', 'one', id],
    queryFn: () => ask<typeof deadlineDetailSchema>(`/deadlines/${id}`),
  });

export const conferencesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['conferences', query],
    queryFn: () => ask<typeof conferenceListSchema>('/conferences', { query }),
    placeholderData: keepPreviousData,
  });

export const conferenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['conference', id],
    queryFn: () => ask<typeof conferenceSchema>(`/conferences/${id}`),
  });

export const routineDutiesQuery = queryOptions({
  queryKey: ['conferences', 'routine'],
  queryFn: () => ask<typeof routineDutyListSchema>('/routine-duties', { query: { pageSize: 200 } }),
});
