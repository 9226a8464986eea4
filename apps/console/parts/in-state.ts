import type { AddressFilters } from '../app/address-filters.js';

/** What waits comes first: without a state in the address, only what is open is listed. */
export const usualState = 'open';
export const everyState = 'all';

/** What a list asks of the server for the filters in its address. */
export const inState = (filters: AddressFilters, pageSize = 30) => {
  const { state = usualState } = filters;
  return { ...filters, pageSize, state: state === everyState ? undefined : state };
};

const narrows = (filters: AddressFilters): boolean =>
  Object.entries(filters).some(([name, value]) => name !== 'page' && name !== 'tab' && value !== undefined);

/** Whether more is left out than usual: an empty list then says nothing of what there is. */
export const isFiltered = ({ state = usualState, ...others }: AddressFilters): boolean =>
  (state !== usualState && state !== everyState) || narrows(others);

/**
 * The filters with which a list leaves nothing out; null where it already does. Only a list with tabs of states has a
 * word for every state: any other one lists all as soon as none is named.
 */
export const seeAllOf = (filters: AddressFilters, states: boolean): AddressFilters | null => {
  const { tab, state, ...others } = filters;
  const whole = states ? everyState : undefined;
  return state === whole && !narrows(others) ? null : { tab, state: whole };
};
