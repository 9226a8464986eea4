import { App } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tell } from '../../api/client.js';
import type { ApprovalView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { deedOf, type Given } from './decided.js';
import { words } from './words.js';

interface Decided {
  readonly read: ApprovalView;
  readonly given: Given;
  /** Entered with the decision, where the last word asks for it. */
  readonly password: string;
}

/** A decision on the text as it was read; one that was changed since is refused, never signed unseen. */
export const useDecision = (then: {
  readonly onDecided: () => void;
  readonly onRefused: (error: unknown) => void;
}) => {
  const text = useWords(words);
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: async ({ read, given, password }: Decided) => {
      if (password !== '') await tell('/session/step-up', { method: 'POST', body: { password } });
      const { path, body } = deedOf(read, given);
      await tell(`/releases/${read.page.release.id}/${path}`, { method: 'POST', body });
    },
    onSuccess: () => {
      void message.success(text.done);
      then.onDecided();
    },
    onError: then.onRefused,
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};

export type DecisionMutation = ReturnType<typeof useDecision>;
