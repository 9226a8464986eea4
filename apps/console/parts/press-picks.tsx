import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { mattersQuery } from '../api/duty-questions.js';
import { organsQuery } from '../api/register-questions.js';
import { outletsQuery, reportersQuery } from '../api/press-questions.js';
import { useWords } from '../language/language.js';
import { pressWords } from '../language/press-words.js';
import { Failure, type Question } from './answer.js';
import { Labelled } from './labelled.js';
import { withChosen, type Named } from './with-chosen.js';

interface PickProps {
  readonly id: string;
  readonly value: string;
  readonly onChange: (id: string) => void;
}

const search = { optionFilterProp: 'label' } as const;
const pageSize = 100;

export const OrganPick = ({ id, value, onChange }: PickProps) => {
  const organs = useQuery(organsQuery);
  return (
    <>
      <Select
        id={id}
        className="whole-width"
        value={value === '' ? null : value}
        showSearch={search}
        options={(organs.data?.items ?? []).map((organ) => ({ value: organ.id, label: organ.name }))}
        onChange={onChange}
      />
      <Failure of={organs} />
    </>
  );
};

/** A field never shows an id: the one that it has is named although the search does not find it. */
const useChoices = (found: readonly Named[], value: string, chosen: Named | null) => {
  const [picked, setPicked] = useState(chosen);
  return {
    options: withChosen(found, value, picked).map(({ id, name }) => ({ value: id, label: name })),
    keep: (next: string | null | undefined) => setPicked(found.find(({ id }) => id === next) ?? picked),
  };
};

interface ChoicePickProps extends PickProps {
  /** What the field has when it opens. */
  readonly chosen?: Named | null;
}

/** Found on the server while one types: a city has more media than a list shows. */
export const OutletPick = ({ id, value, onChange, chosen = null }: ChoicePickProps) => {
  const [q, setQ] = useState('');
  const outlets = useQuery(outletsQuery({ q, pageSize }));
  const { options, keep } = useChoices(outlets.data?.items ?? [], value, chosen);
  return (
    <>
      <Select
        id={id}
        className="whole-width"
        value={value === '' ? null : value}
        showSearch={{ filterOption: false, onSearch: setQ }}
        options={options}
        onChange={(next: string) => {
          keep(next);
          onChange(next);
        }}
      />
      <Failure of={outlets} />
    </>
  );
};

interface OptionalPickProps extends PickProps {
  readonly chosen: Named | null;
  readonly found: readonly Named[];
  readonly of: Question;
  readonly placeholder: string;
  readonly onSearch: (words: string) => void;
}

/** A field that may stay empty, of what the server finds. */
const OptionalPick = (props: OptionalPickProps) => {
  const { id, value, onChange, chosen, found, of, placeholder, onSearch } = props;
  const { options, keep } = useChoices(found, value, chosen);
  return (
    <>
      <Select
        id={id}
        className="whole-width"
        allowClear
        placeholder={placeholder}
        value={value === '' ? null : value}
        showSearch={{ filterOption: false, onSearch }}
        options={options}
        onChange={(next: string | null | undefined) => {
          keep(next);
          onChange(next ?? '');
        }}
      />
      <Failure of={of} />
    </>
  );
};

interface ReporterPickProps extends ChoicePickProps {
  readonly outlet?: string;
  readonly placeholder?: string;
}

/** Reporters of one outlet, or of all. */
export const ReporterPick = (props: ReporterPickProps) => {
  const { id, value, onChange, chosen = null, outlet, placeholder } = props;
  const text = useWords(pressWords);
  const [q, setQ] = useState('');
  const reporters = useQuery(reportersQuery({ q, outlet, pageSize }));
  const found = (reporters.data?.items ?? []).map((one) => ({
    id: one.id,
    name: outlet === undefined ? text.reporterOf(one.name, one.outletName) : one.name,
  }));
  return (
    <OptionalPick
      {...{ id, value, onChange, chosen, found, onSearch: setQ }}
      placeholder={placeholder ?? text.none}
      of={reporters}
    />
  );
};

interface OutletAndReporterProps {
  /** Before the ids of both fields. */
  readonly prefix: string;
  readonly form: { readonly outletId: string; readonly reporterId: string };
  readonly change: (next: { outletId?: string; reporterId: string }) => void;
  readonly outlet?: Named | null;
  readonly reporter?: Named | null;
}

/** A medium and whom of it; another medium has other reporters. */
export const OutletAndReporter = (props: OutletAndReporterProps) => {
  const { prefix, form, change, outlet = null, reporter = null } = props;
  const text = useWords(pressWords);
  return (
    <>
      <Labelled id={`${prefix}-outlet`} label={text.outlet}>
        <OutletPick
          id={`${prefix}-outlet`}
          value={form.outletId}
          chosen={outlet}
          onChange={(outletId) => change({ outletId, reporterId: '' })}
        />
      </Labelled>
      <Labelled id={`${prefix}-reporter`} label={text.reporter}>
        <ReporterPick
          id={`${prefix}-reporter`}
          outlet={form.outletId}
          value={form.reporterId}
          chosen={reporter}
          onChange={(reporterId) => change({ reporterId })}
        />
      </Labelled>
    </>
  );
};

/** An open matter, found on the server like the media. */
export const MatterPick = (props: ChoicePickProps) => {
  const { id, value, onChange, chosen = null } = props;
  const text = useWords(pressWords);
  const [q, setQ] = useState('');
  const matters = useQuery(mattersQuery({ state: 'open', q, pageSize }));
  const found = (matters.data?.items ?? []).map((matter) => ({ id: matter.id, name: matter.title }));
  return (
    <OptionalPick
      {...{ id, value, onChange, chosen, found, onSearch: setQ }}
      placeholder={text.none}
      of={matters}
    />
  );
};
