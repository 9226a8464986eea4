import { Checkbox, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { FileInput } from './file-input.js';
import { useDeed, type Deed } from './use-deed.js';
import { words } from './words.js';

export type FieldValue = string | readonly string[] | boolean;
export type FieldValues = Readonly<Record<string, FieldValue>>;

/** One question of a form. `optional` ones may stay empty. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly kind?: 'text' | 'area' | 'date' | 'select' | 'many' | 'words' | 'check' | 'file';
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly optional?: boolean;
  /** Shown only while the others say so. */
  readonly when?: (values: FieldValues) => boolean;
}

interface FormDialogProps {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly initial: FieldValues;
  readonly deed: (values: FieldValues) => Deed;
  readonly onClose: () => void;
  readonly okText?: string;
}

interface AnswerProps {
  readonly field: Field;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
}

const search = { optionFilterProp: 'label' } as const;

const FieldInput = ({ field, value, onChange }: AnswerProps) => {
  const id = `field-${field.name}`;
  switch (field.kind ?? 'text') {
    case 'select':
      return (
        <Select
          id={id}
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
          mode={field.kind === 'many' ? 'multiple' : 'tags'}
          value={Array.isArray(value) ? [...(value as readonly string[])] : []}
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
    case 'file':
      return <FileInput id={id} value={String(value)} onChange={onChange} />;
    case 'text':
    case 'date':
      return (
        <Input
          id={id}
          type={field.kind === 'date' ? 'date' : 'text'}
          value={String(value)}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
};

const isMissing = (field: Field, value: FieldValue | undefined): boolean =>
  field.optional !== true &&
  (value === undefined || value === false || (typeof value === 'string' && value.trim() === ''));

/** Every change under the settings is asked for with the same dialog: questions, the server's reasons, one button. */
export const FormDialog = ({ title, fields, initial, deed, onClose, okText }: FormDialogProps) => {
  const text = useWords(words);
  const [values, setValues] = useState<FieldValues>(initial);
  const save = useDeed(onClose);
  const shown = fields.filter(({ when }) => when === undefined || when(values));
  return (
    <Modal
      open
      title={title}
      okText={okText ?? text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: shown.some((field) => isMissing(field, values[field.name])) }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate(deed(values))}
      onCancel={onClose}
    >
      {shown.map((field) => (
        <div key={field.name}>
          {field.kind !== 'check' && (
            <label htmlFor={`field-${field.name}`} className="field-label">
              {field.label}
              {field.help !== undefined && <span className="field-help">{field.help}</span>}
            </label>
          )}
          <FieldInput
            field={field}
            value={values[field.name] ?? ''}
            onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
          />
        </div>
      ))}
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
