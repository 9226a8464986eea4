import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tell } from '../../api/client.js';

/** One action on what is out; everything on the page is asked for again after it. */
export const useAmend = (path: string) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body: Readonly<Record<string, unknown>>) => tell(path, { method: 'POST', body }),
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};
