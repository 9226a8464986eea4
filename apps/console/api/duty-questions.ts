import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import {
  conferenceListSchema,
  conferenceSchema,
  deadlineDetailSchema,
  deadlineListSchema,
  directiveListSchema,
  directiveSchema,
  periodPlanListSchema,
  periodPlanSchema,
  planListSchema,
  planSchema,
  violationListSchema,
  violationSchema,
  incidentListSchema,
  incidentSchema,
  matterListSchema,
  matterSchema,
  routineDutyListSchema,
} from './contract.js';

export const mattersQuery = (query: Query) =>
  queryOptions({
    queryKey: ['matters', query],
    queryFn: () => ask(matterListSchema, '/matters', { query }),
    placeholderData: keepPreviousData,
  });

export const matterQuery = (id: string) =>
  queryOptions({ queryKey: ['matter', id], queryFn: () => ask(matterSchema, `/matters/${id}`) });

export const incidentsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['incidents', query],
    queryFn: () => ask(incidentListSchema, '/incidents', { query }),
    placeholderData: keepPreviousData,
  });

export const incidentQuery = (id: string) =>
  queryOptions({
    queryKey: ['incident', id],
    queryFn: () => ask(incidentSchema, `/incidents/${id}`),
    refetchInterval: 60_000,
  });

export const directivesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['directives', query],
    queryFn: () => ask(directiveListSchema, '/directives', { query }),
    placeholderData: keepPreviousData,
  });

export const directiveQuery = (id: string) =>
  queryOptions({ queryKey: ['directive', id], queryFn: () => ask(directiveSchema, `/directives/${id}`) });

export const plansQuery = (query: Query) =>
  queryOptions({
    queryKey: ['plans', query],
    queryFn: () => ask(planListSchema, '/plans', { query }),
    placeholderData: keepPreviousData,
  });

export const planQuery = (id: string) =>
  queryOptions({ queryKey: ['plan', id], queryFn: () => ask(planSchema, `/plans/${id}`) });

export const violationsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['violations', query],
    queryFn: () => ask(violationListSchema, '/violations', { query }),
    placeholderData: keepPreviousData,
  });

export const violationQuery = (id: string) =>
  queryOptions({ queryKey: ['violation', id], queryFn: () => ask(violationSchema, `/violations/${id}`) });

export const periodPlansQuery = queryOptions({
  queryKey: ['period-plans'],
  queryFn: () => ask(periodPlanListSchema, '/period-plans', { query: { pageSize: 20 } }),
});

export const periodPlanQuery = (id: string) =>
  queryOptions({
    queryKey: ['period-plan', id],
    queryFn: () => ask(periodPlanSchema, `/period-plans/${id}`),
  });

export const deadlinesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['deadlines', query],
    queryFn: () => ask(deadlineListSchema, '/deadlines', { query }),
    refetchInterval: 60_000,
  });

export const deadlineQuery = (id: string) =>
  queryOptions({
    queryKey: ['deadlines', 'one', id],
    queryFn: () => ask(deadlineDetailSchema, `/deadlines/${id}`),
  });

export const conferencesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['conferences', query],
    queryFn: () => ask(conferenceListSchema, '/conferences', { query }),
    placeholderData: keepPreviousData,
  });

export const conferenceQuery = (id: string) =>
  queryOptions({
    queryKey: ['conference', id],
    queryFn: () => ask(conferenceSchema, `/conferences/${id}`),
  });

export const routineDutiesQuery = queryOptions({
  queryKey: ['conferences', 'routine'],
  queryFn: () => ask(routineDutyListSchema, '/routine-duties', { query: { pageSize: 200 } }),
});
