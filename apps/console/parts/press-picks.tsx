import { Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReleaseState } from '../api/contract.js';
import { incidentQuery, incidentsQuery, mattersQuery } from '../api/duty-questions.js';
import { releasesQuery } from '../api/questions.js';
import { organsQuery, registerQuery } from '../api/register-questions.js';
import { outletsQuery, reportersQuery } from '../api/press-questions.js';
import { useLanguage, useWords } from '../language/language.js';
import { pressWords } from '../language/press-words.js';
import { Failure } from './answer.js';
import { Labelled } from './labelled.js';
import { aside } from './punctuation.js';
import { choicesShown, SearchedPick, type PickProps } from './searched-pick.js';
import type { Named } from './with-chosen.js';

const search = { optionFilterProp: 'label' } as const;

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

interface ChoicePickProps extends PickProps {
  /** What the field has when it opens. */
  readonly chosen?: Named | null;
}

/** Found on the server while one types: a city has more media than a list shows. */
export const OutletPick = (props: ChoicePickProps) => {
  const [q, setQ] = useState('');
  const outlets = useQuery(outletsQuery({ q, pageSize: choicesShown }));
  return (
    <SearchedPick
      {...props}
      of={outlets}
      found={outlets.data?.items ?? []}
      total={outlets.data?.total}
      onSearch={setQ}
    />
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
  const reporters = useQuery(reportersQuery({ q, outlet, pageSize: choicesShown }));
  const found = (reporters.data?.items ?? []).map((one) => ({
    id: one.id,
    name: outlet === undefined ? text.reporterOf(one.name, one.outletName) : one.name,
  }));
  return (
    <SearchedPick
      {...{ id, value, onChange, chosen, found, onSearch: setQ }}
      none={placeholder ?? text.none}
      of={reporters}
      total={reporters.data?.total}
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
export const MatterPick = (props: ChoicePickProps & { readonly none?: string }) => {
  const text = useWords(pressWords);
  const { language } = useLanguage();
  const [q, setQ] = useState('');
  const matters = useQuery(mattersQuery({ state: 'open', q, pageSize: choicesShown }));
  const found = (matters.data?.items ?? []).map(({ id, title, owner }) => ({
    id,
    name: `${title}${aside(owner.shortName, language)}`,
  }));
  return (
    <SearchedPick
      {...props}
      none={props.none ?? text.none}
      of={matters}
      found={found}
      total={matters.data?.total}
      onSearch={setQ}
    />
  );
};

interface ReleasePickProps extends ChoicePickProps {
  /** Whose; everybody's without it. */
  readonly organ?: string;
  readonly state?: ReleaseState;
}

/** A release by its number or title. */
export const ReleasePick = ({ organ, state, ...props }: ReleasePickProps) => {
  const [q, setQ] = useState('');
  const released = useQuery(releasesQuery({ organ, state, q, pageSize: choicesShown }));
  const found = (released.data?.items ?? []).map(({ id, number, title }) => ({
    id,
    name: `${number} ${title}`,
  }));
  return <SearchedPick {...props} of={released} found={found} total={released.data?.total} onSearch={setQ} />;
};

/** Somebody of the expert teams (Art.11). */
export const ExpertPick = (props: ChoicePickProps) => {
  const [q, setQ] = useState('');
  const experts = useQuery(registerQuery('expert', { q, pageSize: choicesShown }));
  const found = (experts.data?.items ?? []).map(({ id, detail }) => ({
    id,
    name: `${String(detail['name'])} · ${String(detail['field'])}`,
  }));
  return <SearchedPick {...props} of={experts} found={found} total={experts.data?.total} onSearch={setQ} />;
};

/** An open incident that is one's business, or the one that was chosen and is closed by now. */
export const IncidentPick = ({ none, ...props }: PickProps & { readonly none: string }) => {
  const [q, setQ] = useState('');
  const open = useQuery(incidentsQuery({ state: 'open', q, pageSize: choicesShown }));
  const found = (open.data?.items ?? []).map(({ id, title }) => ({ id, name: title }));
  const listed = found.some(({ id }) => id === props.value);
  const kept = useQuery({ ...incidentQuery(props.value), enabled: props.value !== '' && !listed });
  const chosen = kept.data === undefined ? null : { id: kept.data.id, name: kept.data.title };
  return (
    <>
      <SearchedPick
        {...props}
        {...{ none, chosen, found, of: open, total: open.data?.total, onSearch: setQ }}
      />
      <Failure of={kept} />
    </>
  );
};
