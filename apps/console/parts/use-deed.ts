import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { z } from 'zod';
import { ask, tell } from '../api/client.js';
import { useWords } from '../language/language.js';
import { useSaid } from './said.js';
import { words } from './words.js';

export interface Deed {
  readonly path: string;
  readonly method?: 'POST' | 'PUT' | 'DELETE';
  readonly body?: unknown;
}

const callOf = ({ method = 'POST', body = {} }: Deed) => ({ method, body });

/** One change on the server: it is said that it is saved, and everything on screen is read anew. */
const useChange = <Answer>(send: (deed: Deed) => Promise<Answer>, onDone: (answer: Answer) => void) => {
  const text = useWords(words);
  const client = useQueryClient();
  const message = useSaid();
  return useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      void message.success(text.saved);
      onDone(answer);
    },
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};

/** A change whose answer does not matter beyond its success. */
export const useDeed = (onDone: () => void = () => undefined) =>
  useChange((deed) => tell(deed.path, callOf(deed)), onDone);

/** A change that is answered with the thing as it then is. */
export const useAnsweredDeed = <Schema extends z.ZodType>(onDone: (answer: z.infer<Schema>) => void) =>
  useChange((deed) => ask<Schema>(deed.path, callOf(deed)), onDone);
