import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tell } from '../../api/client.js';

/** Look at an account now, or let it send again. */
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
  return { examine, resume };
};
