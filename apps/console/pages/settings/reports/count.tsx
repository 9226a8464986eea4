import { Link } from '@tanstack/react-router';
import type { AddressFilters } from '../../../app/address-filters.js';

interface CountProps {
  readonly count: number;
  /** What is counted, for whoever hears the link without its column. */
  readonly of: string;
  readonly to:
    '/releases' | '/conferences' | '/violations' | '/interviews' | '/directives' | '/media-answers';
  readonly search?: AddressFilters;
}

/** A number that opens the rows it counts, as many as it says; nothing to open where it is 0. */
export const Count = ({ count, of, to, search = {} }: CountProps) =>
  count === 0 ? (
    <span className="quiet">0</span>
  ) : (
    <Link to={to} search={search} aria-label={`${of} ${count}`}>
      {count}
    </Link>
  );
