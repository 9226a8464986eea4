import { Modal } from 'antd';
import { useState } from 'react';
import type { ConferenceView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { useDeed } from '../../parts/use-deed.js';
import { fieldsOf, requestOf, startOf, type Deed, type DeedField } from './deeds.js';
import { words } from './words.js';

interface DeedDialogProps {
  readonly conference: ConferenceView;
  readonly of: Deed;
  readonly onClose: () => void;
}

interface FieldProps {
  readonly field: DeedField;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

const Field = ({ field, value, onChange }: FieldProps) => {
  const text = useWords(words);
  return (
    <TextField
      id={`deed-${field.name}`}
      label={text.field[field.name]}
      help={field.help === undefined ? undefined : text.field[field.help]}
      {...(field.type === 'area' ? { rows: 3 } : { type: field.type ?? 'text' })}
      value={value}
      onChange={onChange}
    />
  );
};

export const DeedDialog = ({ conference, of, onClose }: DeedDialogProps) => {
  const text = useWords(words);
  const [values, setValues] = useState(startOf(of, conference));
  const deed = useDeed(onClose);
  const fields = fieldsOf(of);
  const title =
    of.deed === 'sign'
      ? `${of.step.by === 'cityLeader' ? text.record : text.sign} · ${of.step.title}`
      : text.actions[of.deed];
  const incomplete = fields.some(({ name, needed }) => needed === true && (values[name] ?? '').trim() === '');
  return (
    <Modal
      open
      title={title}
      okText={of.deed === 'answer' ? text.agree : title}
      cancelText={text.close}
      okButtonProps={{ disabled: incomplete, danger: of.deed === 'cancel' || of.deed === 'return' }}
      confirmLoading={deed.isPending}
      onOk={() => deed.mutate(requestOf(of, conference, values))}
      onCancel={onClose}
    >
      {fields.map((field) => (
        <Field
          key={field.name}
          field={field}
          value={values[field.name] ?? ''}
          onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
        />
      ))}
      {deed.isError && <RefusalNotice error={deed.error} />}
    </Modal>
  );
};
