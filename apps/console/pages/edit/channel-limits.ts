import type { AccountView } from '../../api/contract.js';
import type { DraftForm } from './draft-form.js';
import { plainText } from '@koujing/block';

type Limit = AccountView['limits'][number];

/** One limit of one chosen channel, and how far the draft has used it. */
export interface LimitUse {
  readonly account: AccountView;
  readonly field: 'title' | 'summary' | 'body';
  readonly used: number;
  readonly max: number;
}

/** Limits of the channels by the part of the draft that fills them; others are counted on the rendition. */
const parts: Readonly<Record<string, LimitUse['field']>> = {
  title: 'title',
  subject: 'title',
  digest: 'summary',
  content: 'body',
  body: 'body',
};

/** Characters as a reader counts them: one for a character outside the basic plane too. */
const characters = (text: string): number => [...text].length;

const useOf = (account: AccountView, limit: Limit, texts: Record<LimitUse['field'], string>): LimitUse[] => {
  const field = parts[limit.field];
  if (field === undefined || limit.unit !== 'characters') return [];
  return [{ account, field, used: characters(texts[field]), max: limit.max }];
};

/** Every limit that a chosen channel puts on title, summary and text. */
export const limitUses = (form: DraftForm, accounts: readonly AccountView[]): readonly LimitUse[] => {
  const texts = {
    title: form.title.trim(),
    summary: form.summary.trim(),
    body: plainText(form.blocks),
  };
  return accounts
    .filter(({ id }) => form.accountIds.includes(id))
    .flatMap((account) => account.limits.flatMap((limit) => useOf(account, limit, texts)));
};
