import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tell } from '../../api/client.js';
import type { DecisionInput } from '../../api/contract.js';

/** Retry or decide exactly one delivery; the others are never touched. */
export const useDeliveryDeeds = (deliveryId: string) => {
  const client = useQueryClient();
  const onSettled = (): Promise<void> =>
    client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  const retry = useMutation({
    mutationFn: () => tell(`/deliveries/${deliveryId}/retry`, { method: 'POST' }),
    onSettled,
  });
  const decide = useMutation({
    mutationFn: (input: DecisionInput) =>
      tell(`/deliveries/${deliveryId}/decide`, { method: 'POST', body: input }),
    onSettled,
  });
  const choose = useMutation({
    mutationFn: (alternative: string) =>
      tell(`/deliveries/${deliveryId}/alternative`, { method: 'POST', body: { alternative } }),
    onSettled,
  });
  return { retry, decide, choose };
};
