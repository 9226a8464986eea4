import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import {
  type digestListSchema,
  type frozenListSchema,
  type frozenSchema,
  type reportSchema,
  type rowListSchema,
  type ReportName,
} from './contract.js';

/** A report on some days; of the whole city with '' (Art.15, 38, 42). */
export const reportQuery = (name: ReportName, query: Query) =>
  queryOptions({
    queryKey: ['reports', name, query],
    queryFn: () => ask<typeof reportSchema>(`/reports/${name}`, { query }),
  });

/** The rows behind a number. */
export const reportRowsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['report-rows', query],
    queryFn: () => ask<typeof rowListSchema>('/report-rows', { query }),
    placeholderData: keepPreviousData,
  });

export const frozenReportsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['frozen-reports', query],
    queryFn: () => ask<typeof frozenListSchema>('/frozen-reports', { query }),
    placeholderData: keepPreviousData,
  });

export const frozenReportQuery = (id: string) =>
  queryOptions({
    queryKey: ['frozen-report', id],
    queryFn: () => ask<typeof frozenSchema>(`/frozen-reports/${id}`),
  });

/** The daily reports of what is not ruled on, as they were sent. */
export const digestsQuery = (query: { readonly page: number; readonly pageSize: number }) =>
  queryOptions({
    queryKey: ['inconsistency-digests', query],
    queryFn: () => ask<typeof digestListSchema>('/inconsistency-digests', { query }),
    placeholderData: keepPreviousData,
  });
