import { Input } from 'antd';
import { useState } from 'react';
import type { AddressFilters } from '../app/address-filters.js';

interface SearchFieldProps {
  readonly label: string;
  /** Its name in the address. */
  readonly name?: string;
  readonly filters: AddressFilters;
  readonly onChange: (next: AddressFilters) => void;
}

/** Words to look for; they lie in the address, as `q` unless told otherwise, and the field says what lies there. */
export const SearchField = ({ label, name = 'q', filters, onChange }: SearchFieldProps) => {
  const q = filters[name] ?? '';
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
      onSearch={(sought) => onChange({ [name]: sought.trim() === '' ? undefined : sought.trim() })}
    />
  );
};
