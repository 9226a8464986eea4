import { serverDate } from '../../api/server-clock.js';
import { Modal } from 'antd';
import { useState } from 'react';
import { type incidentSchema, type IncidentView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useAnsweredDeed } from '../../parts/use-deed.js';
import { DeedField } from './deed-field.js';
import { deeds, type DeedName, type Field, type FieldName, type Values } from './deeds.js';
import { words } from './words.js';

interface DeedDialogProps {
  readonly deed: DeedName;
  /** '' where a new one is reported. */
  readonly incidentId: string;
  /** Sent with what is filled in, e.g. the release and digest that a reduction is of. */
  readonly with?: Readonly<Record<string, string>>;
  readonly onClose: () => void;
  readonly onSaved?: (incident: IncidentView) => void;
}

const filled = (value: Values[FieldName]): boolean => value !== undefined && value.length > 0;

/** Times as the server wants them; what is empty is left out. */
const sent = (fields: readonly Field[], values: Values): Values =>
  Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const value = values[name];
      if (!filled(value)) return [];
      return [[name, kind === 'time' && typeof value === 'string' ? (instantOf(value) ?? value) : value]];
    }),
  );

/** One dialog for every deed: what it asks for stands in `deeds.ts`. */
export const DeedDialog = ({ deed, incidentId, onClose, onSaved, ...rest }: DeedDialogProps) => {
  const text = useWords(words);
  const { fields, path, body } = deeds[deed];
  const [values, setValues] = useState<Values>(() =>
    Object.fromEntries(
      fields.filter(({ kind }) => kind === 'time').map(({ name }) => [name, wallTime(serverDate())]),
    ),
  );
  const save = useAnsweredDeed<typeof incidentSchema>((incident) => {
    onClose();
    onSaved?.(incident);
  });
  const asked = fields.filter(({ when }) => when === undefined || when(values));
  const ready = asked.every(({ name, optional }) => optional === true || filled(values[name]));
  return (
    <Modal
      open
      title={text.deeds[deed]}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={save.isPending}
      onOk={() =>
        save.mutate({ path: path(incidentId), body: { ...body(sent(asked, values)), ...rest.with } })
      }
      onCancel={onClose}
    >
      {asked.map((field) => (
        <DeedField
          key={field.name}
          field={field}
          value={values[field.name]}
          onChange={(value) => setValues((now) => ({ ...now, [field.name]: value }))}
        />
      ))}
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
