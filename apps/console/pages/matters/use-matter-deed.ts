import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { ask } from '../../api/client.js';
import { matterSchema, type MatterView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { words } from './words.js';

interface Deed {
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly body: unknown;
}

/** One change of a matter or of its line; the answer is the matter as it then is. */
export const useMatterDeed = (onDone: (matter: MatterView) => void) => {
  const text = useWords(words);
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, method, body }: Deed) => ask(matterSchema, path, { method, body }),
    onSuccess: (matter) => {
      void message.success(text.saved);
      onDone(matter);
    },
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};
