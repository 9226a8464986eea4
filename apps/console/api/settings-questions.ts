import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import {
  accountFormSchema,
  accountFormsSchema,
  auditPageSchema,
  chatListSchema,
  keyListSchema,
  eventDeliveryListSchema,
  foreignSourceListSchema,
  peopleListSchema,
  subscriptionListSchema,
} from './contract.js';

export const auditQuery = (query: Query) =>
  queryOptions({
    queryKey: ['audit', query],
    queryFn: () => ask(auditPageSchema, '/audit', { query }),
    placeholderData: keepPreviousData,
  });

export const peopleQuery = (query: Query) =>
  queryOptions({
    queryKey: ['people', query],
    queryFn: () => ask(peopleListSchema, '/people', { query }),
    placeholderData: keepPreviousData,
  });

export const keysQuery = (query: Query) =>
  queryOptions({
    queryKey: ['api-keys', query],
    queryFn: () => ask(keyListSchema, '/api-keys', { query }),
    placeholderData: keepPreviousData,
  });

export const chatsQuery = queryOptions({
  queryKey: ['chats'],
  queryFn: () => ask(chatListSchema, '/chats'),
});

export const subscriptionsQuery = queryOptions({
  queryKey: ['event-subscriptions'],
  queryFn: () => ask(subscriptionListSchema, '/event-subscriptions'),
});

export const eventDeliveriesQuery = (id: string, query: Query) =>
  queryOptions({
    queryKey: ['event-subscriptions', id, query],
    queryFn: () => ask(eventDeliveryListSchema, `/event-subscriptions/${id}/deliveries`, { query }),
    placeholderData: keepPreviousData,
  });

export const foreignSourcesQuery = queryOptions({
  queryKey: ['foreign-sources'],
  queryFn: () => ask(foreignSourceListSchema, '/foreign-sources'),
});

export const accountFormsQuery = queryOptions({
  queryKey: ['accounts', 'forms'],
  queryFn: () => ask(accountFormsSchema, '/account-forms'),
  staleTime: 600_000,
});

export const accountFormQuery = (id: string) =>
  queryOptions({
    queryKey: ['accounts', 'form', id],
    queryFn: () => ask(accountFormSchema, `/accounts/${id}/form`),
  });
