import { Checkbox, Input, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { organsQuery } from '../../api/register-questions.js';
import { useWords } from '../../language/language.js';
import { Failure } from '../../parts/answer.js';
import type { Field } from './deeds.js';
import { words } from './words.js';

interface DeedFieldProps {
  readonly field: Field;
  readonly value: string | readonly string[] | undefined;
  readonly onChange: (value: string | readonly string[] | undefined) => void;
}

const places = new Set(['county', 'developmentZone']);

const Choice = ({ field, value, onChange }: DeedFieldProps) => {
  const text = useWords(words);
  const known = useQuery(organsQuery);
  const organs = known.data?.items ?? [];
  const fixed = { level: text.levels, kind: text.kinds, accident: text.accidents };
  const options =
    field.kind === 'organ' || field.kind === 'counties'
      ? organs
          .filter(({ kind }) => field.kind === 'organ' || places.has(kind))
          .map(({ id, name }) => ({ value: id, label: name }))
      : Object.entries(fixed[field.kind as keyof typeof fixed]).map(([key, label]) => ({
          value: key,
          label,
        }));
  return (
    <>
      <Select
        id={`deed-${field.name}`}
        className="whole-width"
        {...(field.kind === 'counties' ? { mode: 'multiple' as const } : {})}
        allowClear={field.optional === true}
        showSearch={{ optionFilterProp: 'label' }}
        value={value === undefined ? null : typeof value === 'string' ? value : [...value]}
        options={options}
        onChange={(next: string | string[] | null | undefined) => onChange(next ?? undefined)}
      />
      <Failure of={known} />
    </>
  );
};

/** One field of a deed's dialog. */
export const DeedField = ({ field, value, onChange }: DeedFieldProps) => {
  const text = useWords(words);
  const label = { ...text.fields, ...text.figures }[field.name];
  const id = `deed-${field.name}`;
  const plain = typeof value === 'string' ? value : '';
  if (field.kind === 'check')
    return (
      <Checkbox
        id={id}
        checked={plain !== ''}
        onChange={(event) => onChange(event.target.checked ? 'yes' : undefined)}
      >
        {label}
      </Checkbox>
    );
  const types = { time: 'datetime-local', count: 'number' } as const;
  return (
    <div>
      <label htmlFor={id} className="field-label">
        {label}
        {field.kind === 'words' && <span className="field-help">{text.partiesHelp}</span>}
      </label>
      {field.kind === 'long' ? (
        <Input.TextArea
          id={id}
          rows={3}
          maxLength={500}
          value={plain}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : field.kind === 'text' || field.kind === 'time' || field.kind === 'count' ? (
        <Input
          id={id}
          type={field.kind === 'text' ? 'text' : types[field.kind]}
          {...(field.kind === 'count' ? { min: 0 } : { maxLength: 200 })}
          value={plain}
          onChange={(event) => onChange(event.target.value)}
        />
      ) : field.kind === 'words' ? (
        <Select
          id={id}
          className="whole-width"
          mode="tags"
          value={value === undefined ? [] : [...value]}
          tokenSeparators={['，', ',', '、']}
          onChange={(next: string[]) => onChange(next)}
        />
      ) : (
        <Choice field={field} value={value} onChange={onChange} />
      )}
    </div>
  );
};
