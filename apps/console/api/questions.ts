import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import {
  type accountListSchema,
  type bulkPlanSchema,
  type agendaSchema,
  type amendmentListSchema,
  type amendmentPlanSchema,
  type attemptListSchema,
  type deliveryListSchema,
  type driftListSchema,
  type dutyListSchema,
  type findingGroupListSchema,
  type findingGroupSchema,
  type findingSchema,
  type notificationListSchema,
  type operationsSchema,
  type previewListSchema,
  type releaseListSchema,
  type releasePageSchema,
  type viewListSchema,
  type BulkAction,
  type DeliveryView,
} from './contract.js';

export const releasesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['releases', query],
    queryFn: () => ask<typeof releaseListSchema>('/releases', { query }),
    placeholderData: keepPreviousData,
  });

/** Who may draft, without a list of releases. */
export const draftingQuery = releasesQuery({ pageSize: 1 });

export const viewsQuery = queryOptions({
  queryKey: ['release-views'],
  queryFn: () => ask<typeof viewListSchema>('/release-views'),
  staleTime: 5 * 60_000,
});

/** What an action would do to these releases now; asked anew each time that somebody is about to do it. */
export const bulkPlanQuery = (asked: {
  readonly action: BulkAction;
  readonly ids: readonly string[];
  readonly matter?: string;
}) =>
  queryOptions({
    queryKey: ['release-bulk', asked],
    queryFn: () => ask<typeof bulkPlanSchema>('/release-bulk/plan', { method: 'POST', body: asked }),
    staleTime: 0,
    gcTime: 0,
  });

export const releaseQuery = (id: string) =>
  queryOptions({
    queryKey: ['release', id],
    queryFn: () => ask<typeof releasePageSchema>(`/releases/${id}`),
  });

/** What a correction or withdrawal would do now, asked anew each time: the ledger moves. */
export const amendmentPlanQuery = (id: string, kind: 'correct' | 'withdraw') =>
  queryOptions({
    queryKey: ['amendment-plan', id, kind],
    queryFn: () => ask<typeof amendmentPlanSchema>(`/releases/${id}/amendment-plan`, { query: { kind } }),
    staleTime: 0,
  });

export const amendmentsQuery = (id: string) =>
  queryOptions({
    queryKey: ['deliveries', id, 'amendments'],
    queryFn: () => ask<typeof amendmentListSchema>(`/releases/${id}/amendments`),
  });

export const previewsQuery = (id: string) =>
  queryOptions({
    queryKey: ['release', id, 'previews'],
    queryFn: () => ask<typeof previewListSchema>(`/releases/${id}/previews`),
  });

export const findingGroupsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['findings', query],
    queryFn: () => ask<typeof findingGroupListSchema>('/finding-groups', { query }),
    placeholderData: keepPreviousData,
  });

export const findingGroupQuery = (id: string) =>
  queryOptions({
    queryKey: ['finding', 'group', id],
    queryFn: () => ask<typeof findingGroupSchema>(`/finding-groups/${id}`),
  });

export const dutiesQuery = (query: Query) =>
  queryOptions({
    queryKey: ['findings', 'duties', query],
    queryFn: () => ask<typeof dutyListSchema>('/correction-duties', { query }),
    placeholderData: keepPreviousData,
  });

/** What is out and no longer reads as it was approved; read anew whenever a delivery changes. */
export const driftsQuery = (query: Query) =>
  queryOptions({
    queryKey: ['deliveries', 'drifts', query],
    queryFn: () => ask<typeof driftListSchema>('/drifts', { query }),
    placeholderData: keepPreviousData,
  });

export const findingQuery = (id: string) =>
  queryOptions({ queryKey: ['finding', id], queryFn: () => ask<typeof findingSchema>(`/findings/${id}`) });

export const accountsQuery = queryOptions({
  queryKey: ['accounts'],
  queryFn: () => ask<typeof accountListSchema>('/accounts', { query: { pageSize: 200 } }),
  staleTime: 60_000,
});

/** Deliveries in one question to the server, which allows no more. */
const deliveriesAtOnce = 200;

/** The whole ledger of a release, page after page: a mailing has as many rows as media. */
const allDeliveries = async (id: string): Promise<readonly DeliveryView[]> => {
  const rows: DeliveryView[] = [];
  for (let page = 1; ; page += 1) {
    const query = { page, pageSize: deliveriesAtOnce };
    const { items, total } = await ask<typeof deliveryListSchema>(`/releases/${id}/deliveries`, { query });
    rows.push(...items);
    if (items.length === 0 || rows.length >= total) return rows;
  }
};

export const deliveriesQuery = (id: string) =>
  queryOptions({ queryKey: ['deliveries', id], queryFn: () => allDeliveries(id) });

/** So many steps at once: more than a delivery that goes well has, and all of most that do not. */
const stepsAtOnce = 20;

/** The steps of one delivery, the newest first; read anew whenever a delivery changes. */
export const attemptsQuery = (releaseId: string, deliveryId: string) =>
  infiniteQueryOptions({
    queryKey: ['deliveries', releaseId, 'attempts', deliveryId],
    queryFn: ({ pageParam: page }) =>
      ask<typeof attemptListSchema>(`/deliveries/${deliveryId}/attempts`, {
        query: { page, pageSize: stepsAtOnce },
      }),
    initialPageParam: 1,
    getNextPageParam: ({ page, pageSize, total }) => (page * pageSize < total ? page + 1 : undefined),
  });

/** Read anew while somebody looks: each question counts rows in the ledger. */
const operationsEveryMs = 10_000;

export const operationsQuery = queryOptions({
  queryKey: ['operations'],
  queryFn: () => ask<typeof operationsSchema>('/operations'),
  refetchInterval: operationsEveryMs,
});

/** What goes out, is held and falls due on these days. */
export const agendaQuery = (days: { readonly from: string; readonly to: string }) =>
  queryOptions({
    queryKey: ['agenda', days],
    queryFn: () => ask<typeof agendaSchema>('/agenda', { query: days }),
    placeholderData: keepPreviousData,
  });

/** Notices come without an event of their own: looked for this often (ms), and whenever the stream tells of a change. */
const noticesEveryMs = 30_000;

export const notificationsQuery = (pageSize: number) =>
  queryOptions({
    queryKey: ['notifications', pageSize],
    queryFn: () => ask<typeof notificationListSchema>('/notifications', { query: { pageSize } }),
    placeholderData: keepPreviousData,
    refetchInterval: noticesEveryMs,
  });
