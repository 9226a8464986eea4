import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import type { roleChangeListSchema } from '../../../libs/access/four-eyes/four-eyes.api.js';
import {
  type accountFormSchema,
  type accountFormsSchema,
  type auditPageSchema,
  type chatListSchema,
  type keyListSchema,
  type eventDeliveryListSchema,
  type foreignSourceListSchema,
  type peopleListSchema,
  type subscriptionListSchema,
} from './contract.js';

export const auditQuery = (query: Query) =>
  queryOptions({
    queryKey: ['audit', query],
    queryFn: () => ask<typeof auditPageSchema>('/audit', { query }),
    placeholderData: keepPreviousData,
  });

export const peopleQuery = (query: Query) =>
  queryOptions({
    queryKey: ['people', query],
    queryFn: () => ask<typeof peopleListSchema>('/people', { query }),
    placeholderData: keepPreviousData,
  });

export const roleChangesQuery = queryOptions({
  queryKey: ['role-changes'],
  queryFn: () => ask<typeof roleChangeListSchema>('/role-changes'),
});

export const keysQuery = (query: Query) =>
  queryOptions({
    queryKey: ['api-keys', query],
    queryFn: () => ask<typeof keyListSchema>('/api-keys', { query }),
    placeholderData: keepPreviousData,
  });

export const chatsQuery = queryOptions({
  queryKey: ['chats'],
  queryFn: () => ask<typeof chatListSchema>('/chats'),
});

export const subscriptionsQuery = queryOptions({
  queryKey: ['event-subscriptions'],
  queryFn: () => ask<typeof subscriptionListSchema>('/event-subscriptions'),
});

export const eventDeliveriesQuery = (id: string, query: Query) =>
  queryOptions({
    queryKey: ['event-subscriptions', id, query],
    queryFn: () => ask<typeof eventDeliveryListSchema>(`/event-subscriptions/${id}/deliveries`, { query }),
    placeholderData: keepPreviousData,
  });

export const foreignSourcesQuery = queryOptions({
  queryKey: ['foreign-sources'],
  queryFn: () => ask<typeof foreignSourceListSchema>('/foreign-sources'),
});

export const accountFormsQuery = queryOptions({
  queryKey: ['accounts', 'forms'],
  queryFn: () => ask<typeof accountFormsSchema>('/account-forms'),
  staleTime: 600_000,
});

export const accountFormQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', 'form', id],
    queryFn: () => ask<typeof accountFormSchema>(`/accounts/${id}/form`),
  });
