import { Button, Checkbox, Input, Select } from 'antd';
import { useWords } from '../language/language.js';
import { askedIn, rowsOf, type Field, type FieldValue } from './form-values.js';
import { FileInput } from './file-input.js';
import { Labelled } from './labelled.js';
import { words } from './words.js';

interface FieldInputProps {
  readonly id: string;
  /** In a row no label stands above the field: it says itself what it asks for. */
  readonly inRow?: boolean;
  readonly field: Field;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
}

const search = { optionFilterProp: 'label' } as const;

const inputTypes = {
  text: 'text',
  number: 'number',
  date: 'date',
  month: 'month',
  moment: 'datetime-local',
} as const;

const wordsOf = (value: FieldValue): string[] =>
  Array.isArray(value) ? [...(value as readonly string[])] : [];

/** Small fields side by side, a line for each; in a narrow window below each other. */
const Rows = ({ id, field, value, onChange }: FieldInputProps) => {
  const text = useWords(words);
  const rows = rowsOf(value);
  const asked = field.rowOf ?? [];
  const blank = Object.fromEntries(asked.map(({ name }) => [name, '']));
  return (
    <div id={id} className="form-rows">
      {rows.map((row, index) => (
        <div key={index} className="form-row">
          {asked.map((one) => (
            <div key={one.name} className="form-row-field">
              <span className="form-row-name" aria-hidden>
                {one.label}
              </span>
              <FieldInput
                inRow
                id={`${id}-${index}-${one.name}`}
                field={one}
                value={row[one.name] ?? ''}
                onChange={(next) =>
                  onChange(rows.map((each, at) => (at === index ? { ...each, [one.name]: next } : each)))
                }
              />
            </div>
          ))}
          <Button onClick={() => onChange(rows.filter((_, at) => at !== index))}>{text.removeRow}</Button>
        </div>
      ))}
      <Button onClick={() => onChange([...rows, blank])}>{field.addRow}</Button>
    </div>
  );
};

/** Answers with more questions than a line holds, each set in a frame of its own. */
const Cards = ({ id, field, value, onChange }: FieldInputProps) => {
  const rows = rowsOf(value);
  return (
    <div id={id} className="form-cards">
      {rows.map((row, index) => {
        const title = String(row['title'] ?? '') || (field.cardName ?? '');
        const change = (name: string, next: FieldValue): void =>
          onChange(rows.map((each, at) => (at === index ? { ...each, [name]: next } : each)));
        return (
          <fieldset key={index} className="form-card">
            <legend>{title}</legend>
            {askedIn(field, row).map((one) => (
              <LabelledField
                key={one.name}
                id={`${id}-${index}-${one.name}`}
                field={one}
                value={row[one.name] ?? ''}
                onChange={(next) => change(one.name, next)}
              />
            ))}
            {rows.length > 1 && (
              <Button onClick={() => onChange(rows.filter((_, at) => at !== index))}>
                {field.removeCard?.(title)}
              </Button>
            )}
          </fieldset>
        );
      })}
      <Button onClick={() => onChange([...rows, {}])}>{field.addRow}</Button>
    </div>
  );
};

/** A question above its answer; a box to tick says itself what it means. */
export const LabelledField = (props: FieldInputProps) => {
  const { id, field } = props;
  if (field.kind === 'check') return <FieldInput {...props} />;
  const { label, help } = field;
  return (
    <Labelled {...{ id, label, ...(help === undefined ? {} : { help }) }}>
      <FieldInput {...props} />
    </Labelled>
  );
};

export const FieldInput = ({ id, inRow = false, field, value, onChange }: FieldInputProps) => {
  const placeholder = inRow ? field.label : '';
  const kind = field.kind ?? 'text';
  switch (kind) {
    case 'select':
      return (
        <Select
          id={id}
          aria-label={field.label}
          placeholder={placeholder}
          className="whole-width"
          allowClear={field.optional ?? false}
          value={value === '' ? null : String(value)}
          options={[...(field.options ?? [])]}
          showSearch={search}
          onChange={(next: string | undefined) => onChange(next ?? '')}
        />
      );
    case 'many':
    case 'words':
      return (
        <Select
          id={id}
          className="whole-width"
          mode={kind === 'many' ? 'multiple' : 'tags'}
          value={wordsOf(value)}
          options={[...(field.options ?? [])]}
          showSearch={search}
          tokenSeparators={['，', ',', '、']}
          onChange={(next: string[]) => onChange(next)}
        />
      );
    case 'check':
      return (
        <Checkbox id={id} checked={value === true} onChange={(event) => onChange(event.target.checked)}>
          {field.label}
        </Checkbox>
      );
    case 'area':
      return (
        <Input.TextArea
          id={id}
          rows={3}
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'pick':
      return field.pick?.({ id, value: String(value), onChange });
    case 'secret':
      return (
        <Input.Password
          id={id}
          aria-label={field.label}
          autoComplete="off"
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case 'file':
      return <FileInput id={id} value={String(value)} onChange={onChange} />;
    case 'rows':
      return <Rows {...{ id, field, value, onChange }} />;
    case 'cards':
      return <Cards {...{ id, field, value, onChange }} />;
    default:
      return (
        <Input
          id={id}
          aria-label={field.label}
          placeholder={placeholder}
          type={inputTypes[kind]}
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
};
