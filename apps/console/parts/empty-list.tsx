import { Button } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import type { AddressFilters } from '../app/address-filters.js';
import { useWords } from '../language/language.js';
import { EmptyNote } from './empty-note.js';
import { isFiltered, seeAllOf } from './in-state.js';
import { words } from './words.js';

interface EmptyListProps {
  readonly filters: AddressFilters;
  /** What is said where nothing was left out. */
  readonly empty: string;
  /** Tabs choose the state, of which one lists every one. */
  readonly states?: boolean;
}

/** Why a list in the address shows nothing, and the way to all that it has. */
export const EmptyList = ({ filters, empty, states = false }: EmptyListProps) => {
  const text = useWords(words);
  const navigate = useNavigate();
  const all = seeAllOf(filters, states);
  const filtered = isFiltered(filters);
  return (
    <EmptyNote sentence={filtered ? text.nothingMatches : empty}>
      {all !== null && (
        <Button onClick={() => void navigate({ to: '.', search: all })}>
          {filtered ? text.clearFilters : text.seeAll}
        </Button>
      )}
    </EmptyNote>
  );
};
