import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, type Query } from './client.js';
import { auditPageSchema, chatListSchema, peopleListSchema } from './contract.js';

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

export const chatsQuery = queryOptions({
  queryKey: ['chats'],
  queryFn: () => ask(chatListSchema, '/chats'),
});
