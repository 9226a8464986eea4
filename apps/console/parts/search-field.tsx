import { Input } from 'antd';
import { useState } from 'react';
import type { AddressFilters } from '../app/address-filters.js';

interface SearchFieldProps {
  readonly label: string;
  readonly filters: AddressFilters;
  readonly onChange: (next: AddressFilters) => void;
}

/** Words to look for; they lie in the address as `q`, and the field says what lies there. */
export const SearchField = ({ label, filters: { q = '' }, onChange }: SearchFieldProps) => {
  const [typed, setTyped] = useState({ q, words: q });
  // The address changed otherwise than from here: the back button, or a filter that was cleared.
  if (typed.q !== q) setTyped({ q, words: q });
  return (
    <Input.Search
      className="filter-search"
      allowClear
      placeholder={label}
      aria-label={label}
      value={typed.words}
      onChange={(event) => setTyped({ q, words: event.target.value })}
      onSearch={(sought) => onChange({ q: sought.trim() === '' ? undefined : sought.trim() })}
    />
  );
};
