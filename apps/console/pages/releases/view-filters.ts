import { standingViews, type StandingView } from '../../api/contract.js';
import type { AddressFilters } from '../../app/address-filters.js';

/** What of an address makes a view: everything but the page that one stands on. */
export const viewOf = ({ page: _, ...filters }: AddressFilters): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(filters).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );

export const isView = (address: AddressFilters, filters: Readonly<Record<string, string>>): boolean => {
  const here = viewOf(address);
  const keys = new Set([...Object.keys(here), ...Object.keys(filters)]);
  return [...keys].every((key) => here[key] === filters[key]);
};

const isStanding = (view: string): view is StandingView => Object.hasOwn(standingViews, view);

/** The filters of a view by its id, or by the name of a standing one; null of one that is gone. */
export const filtersOf = (
  view: string,
  own: readonly { readonly id: string; readonly filters: Readonly<Record<string, string>> }[],
): Readonly<Record<string, string>> | null =>
  isStanding(view) ? standingViews[view] : (own.find(({ id }) => id === view)?.filters ?? null);
