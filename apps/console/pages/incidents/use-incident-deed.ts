import { useMutation, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { ask } from '../../api/client.js';
import { incidentSchema, type IncidentView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { words } from './words.js';

/** One change of an incident; the answer is the incident as it then is. */
export const useIncidentDeed = (onDone: (incident: IncidentView) => void) => {
  const text = useWords(words);
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body: unknown }) =>
      ask(incidentSchema, path, { method: 'POST', body }),
    onSuccess: (incident) => {
      void message.success(text.saved);
      onDone(incident);
    },
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};
