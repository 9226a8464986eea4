import { Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { organsQuery } from '../../api/questions.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { channelWords } from '../../language/channel-words.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { words } from './words.js';

interface ReleaseFiltersProps {
  readonly value: AddressFilters;
  readonly onChange: (change: AddressFilters) => void;
}

const optionsOf = (names: Readonly<Record<string, string>>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const Choice = (props: {
  readonly name: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly options: { value: string; label: string }[];
  readonly onChange: (value: string | undefined) => void;
}) => (
  <Select
    aria-label={props.name}
    value={props.value ?? ''}
    options={[{ value: '', label: props.any }, ...props.options]}
    onChange={(value: string) => props.onChange(value === '' ? undefined : value)}
    showSearch={props.options.length > 8 ? { optionFilterProp: 'label' } : false}
    popupMatchSelectWidth={false}
    className="filter"
  />
);

export const ReleaseFilters = ({ value, onChange }: ReleaseFiltersProps) => {
  const text = useWords(words);
  const release = useWords(releaseWords);
  const channels = useWords(channelWords);
  const organs = useQuery(organsQuery);
  const organOptions = (organs.data?.items ?? []).map(({ id, shortName }) => ({
    value: id,
    label: shortName,
  }));
  const conflictOptions = optionsOf({ open: text.openConflict, none: text.noConflict });
  return (
    <div className="filters" role="search">
      <Input.Search
        key={value['q'] ?? ''}
        aria-label={text.search}
        placeholder={text.search}
        defaultValue={value['q'] ?? ''}
        onSearch={(q) => onChange({ q: q.trim() === '' ? undefined : q.trim() })}
        allowClear
        className="filter-search"
      />
      <Choice
        name={text.state}
        any={text.anyState}
        value={value['state']}
        options={optionsOf(release.states)}
        onChange={(state) => onChange({ state })}
      />
      <Choice
        name={text.organ}
        any={text.anyOrgan}
        value={value['organ']}
        options={organOptions}
        onChange={(organ) => onChange({ organ })}
      />
      <Choice
        name={text.channel}
        any={text.anyChannel}
        value={value['channel']}
        options={optionsOf(channels)}
        onChange={(channel) => onChange({ channel })}
      />
      <Choice
        name={text.conflict}
        any={text.anyConflict}
        value={value['conflict']}
        options={conflictOptions}
        onChange={(conflict) => onChange({ conflict })}
      />
    </div>
  );
};
