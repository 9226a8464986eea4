import type { FilterView } from '../../api/contract.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { everyState } from '../../parts/in-state.js';
import { monthPeriod, type Days } from './report-days.js';

/** Where a number leads. */
export interface Opened {
  readonly to:
    | '/releases'
    | '/conferences'
    | '/violations'
    | '/interviews'
    | '/directives'
    | '/media-answers'
    | '/reports/rows';
  readonly search: AddressFilters;
}

interface Counted {
  readonly filter: FilterView;
  readonly days: Days;
  readonly organ?: string | undefined;
  /** A closed report opens the rows that were kept with it. */
  readonly frozen?: string | undefined;
}

/** The list that a page has of its own for what is counted, and by what it can be narrowed; null where it has none for this. */
const ownList = ({ measure, kind, outcome, part }: FilterView): Opened | null => {
  if (part !== undefined) return null;
  const plain = outcome === undefined;
  if (measure === 'release' && (plain || outcome === 'explaining'))
    return { to: '/releases', search: { kind, trigger: plain ? undefined : 'needsExplanation' } };
  if (measure === 'conference' && plain) return { to: '/conferences', search: { kind } };
  if (measure === 'violation' && plain) return { to: '/violations', search: { kind, state: 'standing' } };
  if (measure === 'answer' && plain) return { to: '/media-answers', search: { form: kind } };
  if (measure === 'directive' && plain && kind === undefined)
    return { to: '/directives', search: { state: 'standing' } };
  if (measure === 'interview' && kind === undefined && (plain || outcome === 'held'))
    return { to: '/interviews', search: { state: everyState, held: plain ? undefined : 'yes' } };
  return null;
};

const inMonth = (days: Days, time: string | undefined): Days => {
  if (time === undefined || time === '') return days;
  const { from, to } = monthPeriod(time);
  return { from: from > days.from ? from : days.from, to: to < days.to ? to : days.to };
};

/** The rows that a number counts: the list of their page where it can be narrowed as far, else a list of their own. */
export const opens = ({ filter, days, organ, frozen }: Counted): Opened => {
  const own = frozen === undefined ? ownList(filter) : null;
  const of = filter.organ ?? organ;
  if (own !== null)
    return { to: own.to, search: { ...own.search, organ: of, ...inMonth(days, filter.time) } };
  return { to: '/reports/rows', search: { ...filter, organ: of, ...days, frozen } };
};
