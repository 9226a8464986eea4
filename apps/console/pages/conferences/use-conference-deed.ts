import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { ask } from '../../api/client.js';
import { conferenceSchema, type ConferenceView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { words } from './words.js';

export interface ConferenceDeed {
  readonly path: string;
  readonly method?: 'POST' | 'PUT';
  readonly body: unknown;
}

/** One change of a conference; the answer is the conference as it then is. */
export const useConferenceDeed = (onDone: (conference: ConferenceView) => void = () => undefined) => {
  const text = useWords(words);
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, method = 'POST', body }: ConferenceDeed) =>
      ask(conferenceSchema, path, { method, body }),
    onSuccess: (conference) => {
      void message.success(text.saved);
      onDone(conference);
    },
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};
