import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { tell } from '../../api/client.js';
import type { ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { useSaid } from '../../parts/said.js';
import { words } from './words.js';

/** What is sent with an action; the path is the part after `/releases/:id/`. */
export interface Deed {
  readonly path: string;
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly body?: Readonly<Record<string, unknown>>;
  /** What follows once it is done, an act of its own: what is refused of it leaves the first one standing. */
  readonly then?: Deed;
}

/** Every action carries the digest that its reader saw: an edit in between is refused, never signed unseen. */
export const useDeed = (page: ReleasePage, onThen: (deed: Deed) => void = () => undefined) => {
  const text = useWords(words);
  const client = useQueryClient();
  const navigate = useNavigate();
  const message = useSaid();
  return useMutation({
    mutationFn: ({ path, method = 'POST', body }: Deed) =>
      tell(`/releases/${page.release.id}/${path}`, body === undefined ? { method } : { method, body }),
    onSuccess: async (_answer, { path, then }) => {
      if (then !== undefined) onThen(then);
      if (path === 'publish')
        await navigate({ to: '/releases/$id/progress', params: { id: page.release.id } });
      else void message.success(text.saved);
    },
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};

export type DeedMutation = ReturnType<typeof useDeed>;
