import type { AccountView } from '../../api/contract.js';
import type { DraftForm } from './draft-form.js';

export type ChosenChannels = Pick<DraftForm, 'accountIds' | 'mailingListIds'>;
type Account = Pick<AccountView, 'id' | 'channel' | 'enabled' | 'organId'>;

/** The city's accounts, and those of one organ. */
export const accountsOf = <One extends Account>(
  accounts: readonly One[],
  organId: string | undefined,
): readonly One[] => accounts.filter((account) => account.organId === null || account.organId === organId);

interface Usual {
  readonly accounts: readonly Account[];
  readonly organId: string | undefined;
  /** Mailing lists that there are. */
  readonly lists: readonly { readonly id: string }[];
  /** Those that the last release of the organ went to. */
  readonly lastLists: readonly string[];
}

/**
 * What a new release goes to before anybody chooses: everything. A channel too many is seen in the previews and by whoever
 * approves; one that nobody thought of is seen by nobody. Mail wants to be told to whom: the lists of last time, or the only one
 * there is; in a city without any it goes nowhere.
 */
export const usualChannels = ({ accounts, organId, lists, lastLists }: Usual): ChosenChannels => {
  const known = lists.map(({ id }) => id);
  const kept = lastLists.filter((id) => known.includes(id));
  const chosen = accountsOf(accounts, organId).filter(
    ({ channel, enabled }) => enabled && (channel !== 'email' || known.length > 0),
  );
  return {
    accountIds: chosen.map(({ id }) => id),
    mailingListIds: kept.length === 0 && known.length === 1 ? known : kept,
  };
};
