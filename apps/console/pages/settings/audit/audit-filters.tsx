import { Button, Input } from 'antd';
import type { AddressFilters } from '../../../app/address-filters.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { Choice } from '../../../parts/choice.js';
import { OrganChoice } from '../../../parts/organ-choice.js';
import { SearchField } from '../../../parts/search-field.js';
import { words } from './words.js';

/** The filters that lie in the address, by the names that the server knows them by. */
export const auditFilterNames = ['who', 'organ', 'act', 'thing', 'from', 'to'] as const;

interface AuditFiltersProps {
  readonly filters: AddressFilters;
  readonly nouns: readonly { readonly key: string; readonly zh: string; readonly en: string }[];
  readonly onChange: (change: AddressFilters) => void;
}

export const AuditFilters = ({ filters, nouns, onChange }: AuditFiltersProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const days = (['from', 'to'] as const).map((name) => (
    <label key={name} className="filter-day">
      {text[name]}
      <Input
        type="date"
        value={filters[name] ?? ''}
        onChange={({ target }) => onChange({ [name]: target.value === '' ? undefined : target.value })}
      />
    </label>
  ));
  return (
    <div className="filters" role="search">
      <SearchField name="who" label={text.who} filters={filters} onChange={onChange} />
      <SearchField name="thing" label={text.thing} filters={filters} onChange={onChange} />
      <Choice
        name={text.act}
        any={text.anyAct}
        value={filters['act']}
        options={nouns.map((noun) => ({ value: noun.key, label: noun[language] }))}
        onChange={(act) => onChange({ act })}
      />
      <OrganChoice
        name={text.organ}
        any={text.anyOrgan}
        value={filters['organ']}
        onChange={(organ) => onChange({ organ })}
      />
      {days}
      {auditFilterNames.some((name) => filters[name] !== undefined) && (
        <Button
          onClick={() => onChange(Object.fromEntries(auditFilterNames.map((name) => [name, undefined])))}
        >
          {text.clear}
        </Button>
      )}
    </div>
  );
};
