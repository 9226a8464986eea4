import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ask, tell } from '../../api/client.js';
import { type consentPageSchema } from '../../api/contract.js';

/** Look at an account now, let it send again, or go to its platform to authorise it. */
export const useAccountDeeds = (id: string) => {
  const client = useQueryClient();
  const onSettled = (): Promise<void> =>
    client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' });
  const examine = useMutation({
    mutationFn: () => tell(`/accounts/${id}/examine`, { method: 'POST' }),
    onSettled,
  });
  const resume = useMutation({
    mutationFn: () => tell(`/accounts/${id}/resume`, { method: 'POST' }),
    onSettled,
  });
  const consent = useMutation({
    mutationFn: () => ask<typeof consentPageSchema>(`/accounts/${id}/consent`, { method: 'POST' }),
    onSuccess: ({ url }) => window.location.assign(url),
  });
  return { examine, resume, consent };
};
