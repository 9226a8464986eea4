import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { tell } from './client.js';
import { useWords } from '../language/language.js';

const words = { zh: { saved: '已保存。' }, en: { saved: 'Saved.' } };

interface Deed {
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly body: unknown;
}

/** One change on the server; everything that was read is read anew. */
export const useDeed = (onDone: () => void) => {
  const text = useWords(words);
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, ...call }: Deed) => tell(path, call),
    onSuccess: () => {
      void message.success(text.saved);
      onDone();
    },
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};
