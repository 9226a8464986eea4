import { useMutation, useQueryClient } from '@tanstack/react-query';
import { tell } from '../../api/client.js';
import { stepUp, useSession } from '../../api/session.js';
import type { ApprovalView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { refusalFrom } from '../../parts/refusal-notice.js';
import { deedOf, type Given } from './decided.js';
import { useSaid } from '../../parts/said.js';
import { words } from './words.js';

/** A refusal is read, not glanced at. */
const secondsToRead = 12;

interface Decided {
  readonly read: ApprovalView;
  readonly given: Given;
  /** The password or the code, entered with the decision where the last word asks for it. */
  readonly password: string;
}

/** A decision on the text as it was read; one that was changed since is refused, never signed unseen. */
export const useDecision = (then: {
  readonly onDecided: () => void;
  readonly onRefused: (error: unknown) => void;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const client = useQueryClient();
  const message = useSaid();
  const { data: session } = useSession();
  return useMutation({
    mutationFn: async ({ read, given, password }: Decided) => {
      if (password !== '') await stepUp(session?.secondFactor === true, password);
      const { path, body } = deedOf(read, given);
      const { id } = read.page.release;
      await tell(`/releases/${id}/${path}`, { method: 'POST', body });
      if (given.decision === 'return' || given.at === undefined) return null;
      // An act of its own: what is refused of it leaves the approval standing, and is told.
      const schedule = { method: 'POST', body: { at: given.at } } as const;
      return tell(`/releases/${id}/schedule`, schedule).then(() => null, refusalFrom);
    },
    onSuccess: (hourRefused) => {
      if (hourRefused === null) void message.success(text.done);
      else {
        const why = hourRefused.reasons.map((reason) =>
          language === 'zh' ? reason.message : reason.messageEn,
        );
        void message.warning(text.hourNotSet(why.join(' ')), secondsToRead);
      }
      then.onDecided();
    },
    onError: then.onRefused,
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};

export type DecisionMutation = ReturnType<typeof useDecision>;
