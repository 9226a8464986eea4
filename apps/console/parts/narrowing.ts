import type { AddressFilters } from '../app/address-filters.js';

interface NarrowingWords {
  readonly days: (from: string, to: string) => string;
  readonly standing: string;
}

/** One thing that leaves rows out, and the filters without it. */
export interface Narrowing {
  readonly key: string;
  readonly label: string;
  readonly without: AddressFilters;
}

/** What the number of a report left in the address and no field of the page shows. `names` names the values of filters. */
export const narrowingsOf = (
  filters: AddressFilters,
  names: AddressFilters,
  words: NarrowingWords,
): readonly Narrowing[] => {
  const { from, to, state } = filters;
  const without = (left: AddressFilters): AddressFilters => ({ ...filters, page: undefined, ...left });
  const named = Object.keys(filters).flatMap((key) => {
    const label = filters[key] === undefined ? undefined : names[key];
    return label === undefined ? [] : [{ key, label, without: without({ [key]: undefined }) }];
  });
  const all: readonly (Narrowing | null)[] = [
    from === undefined && to === undefined
      ? null
      : {
          key: 'days',
          label: words.days(from ?? '', to ?? ''),
          without: without({ from: undefined, to: undefined }),
        },
    ...named,
    state === 'standing'
      ? { key: 'standing', label: words.standing, without: without({ state: 'all' }) }
      : null,
  ];
  return all.filter((each) => each !== null);
};
