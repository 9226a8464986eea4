import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mattersQuery, organsQuery } from '../api/questions.js';
import { outletsQuery, reportersQuery } from '../api/press-questions.js';
import { useWords } from '../language/language.js';
import { pressWords } from '../language/press-words.js';

interface PickProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

const search = { optionFilterProp: 'label' } as const;
const pageSize = 100;

export const OrganPick = ({ id, value, onChange }: PickProps) => {
  const organs = useQuery(organsQuery).data?.items ?? [];
  return (
    <Select
      id={id}
      className="whole-width"
      value={value === '' ? null : value}
      showSearch={search}
      options={organs.map((organ) => ({ value: organ.id, label: organ.name }))}
      onChange={onChange}
    />
  );
};

/** Found on the server while one types: a city has more media than a list shows. */
export const OutletPick = ({ id, value, onChange }: PickProps) => {
  const [q, setQ] = useState('');
  const outlets = useQuery(outletsQuery({ q, pageSize })).data?.items ?? [];
  return (
    <Select
      id={id}
      className="whole-width"
      value={value === '' ? null : value}
      showSearch={{ filterOption: false, onSearch: setQ }}
      options={outlets.map((outlet) => ({ value: outlet.id, label: outlet.name }))}
      onChange={onChange}
    />
  );
};

/** Reporters of one outlet, or of all. */
export const ReporterPick = ({ id, value, onChange, outlet }: PickProps & { readonly outlet?: string }) => {
  const text = useWords(pressWords);
  const [q, setQ] = useState('');
  const reporters = useQuery(reportersQuery({ q, outlet, pageSize })).data?.items ?? [];
  return (
    <Select
      id={id}
      className="whole-width"
      allowClear
      placeholder={text.none}
      value={value === '' ? null : value}
      showSearch={{ filterOption: false, onSearch: setQ }}
      options={reporters.map(({ id: key, name, outletName }) => ({
        value: key,
        label: outlet === undefined ? `${name}（${outletName}）` : name,
      }))}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
    />
  );
};

export const MatterPick = ({ id, value, onChange }: PickProps) => {
  const text = useWords(pressWords);
  const matters = useQuery(mattersQuery({ state: 'open', pageSize })).data?.items ?? [];
  return (
    <Select
      id={id}
      className="whole-width"
      allowClear
      placeholder={text.none}
      value={value === '' ? null : value}
      showSearch={search}
      options={matters.map((matter) => ({ value: matter.id, label: matter.title }))}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? '')}
    />
  );
};
