import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import type { z } from 'zod';
import { ask } from '../api/client.js';
import { useWords } from '../language/language.js';
import { words } from './words.js';

interface Deed {
  readonly path: string;
  readonly body?: unknown;
}

/** One deed of a duty; the answer is the duty as it then is, and everything on screen is read anew. */
export const useDeed = <Schema extends z.ZodType>(
  schema: Schema,
  onDone: (answer: z.infer<Schema>) => void,
) => {
  const text = useWords(words);
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, body = {} }: Deed) => ask(schema, path, { method: 'POST', body }),
    onSuccess: (answer) => {
      void message.success(text.saved);
      onDone(answer);
    },
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};
