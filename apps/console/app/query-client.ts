import { QueryClient } from '@tanstack/react-query';
import { Refusal } from '../api/refusal.js';

/** A refusal is an answer and is not asked again; only a lost connection is, twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => error instanceof Refusal && error.code === 'unreachable' && failures < 2,
    },
  },
});
