import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { AccountView } from '../../api/contract.js';
import { mailingListsQuery } from '../../api/press-questions.js';
import { releaseQuery, releasesQuery } from '../../api/questions.js';
import type { Question } from '../../parts/answer.js';
import type { DraftForm } from './draft-form.js';
import { usualChannels } from './usual-channels.js';

interface Draft {
  readonly form: DraftForm;
  readonly change: (change: Partial<DraftForm>) => void;
}

interface Usual extends Draft {
  /** From which the usual mailing lists come: where one failed, a release would go without them. */
  readonly questions: readonly Question[];
  /** They are on their way: saved now, the release would go without its lists. */
  readonly waiting: boolean;
}

/** A new draft with the usual channels of its organ, until somebody chooses others. */
export const useUsualChannels = ({ form, change }: Draft, accounts: readonly AccountView[]): Usual => {
  const { organId } = form;
  const [chosen, setChosen] = useState(false);
  const lists = useQuery(mailingListsQuery);
  const sent = useQuery({
    ...releasesQuery({ organ: organId, dispatch: 'sent', pageSize: 1 }),
    enabled: organId !== undefined,
  });
  const lastId = sent.data?.items.find(({ organ }) => organ.id === organId)?.id;
  const last = useQuery({ ...releaseQuery(lastId ?? ''), enabled: lastId !== undefined });
  const lastLists = lastId === undefined ? [] : (last.data?.content.mailingListIds ?? []);
  // A draft that was brought back has channels of its own only where somebody had chosen them.
  if (chosen || form.accountIds.length > 0 || form.mailingListIds.length > 0)
    return { form, change, questions: [], waiting: false };
  const usual = usualChannels({ accounts, organId, lists: lists.data?.items ?? [], lastLists });
  return {
    questions: [lists, sent, last],
    waiting: [lists, sent, last].some(({ isLoading }) => isLoading),
    form: { ...form, ...usual },
    change: (next) => {
      const chooses = next.accountIds !== undefined || next.mailingListIds !== undefined;
      setChosen(chooses);
      change(chooses ? { ...usual, ...next } : next);
    },
  };
};
