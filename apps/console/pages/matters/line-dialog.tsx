import { Modal, Select } from 'antd';
import { useState } from 'react';
import type { AgreedLineView, FactAttribute, MatterView } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { Labelled } from '../../parts/labelled.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useDeed } from '../../parts/use-deed.js';
import { TextField } from '../../parts/text-field.js';
import { words } from './words.js';

/** What is done to the lines of a matter. */
export type LineDeed =
  | { readonly deed: 'state' }
  | { readonly deed: 'change'; readonly line: AgreedLineView }
  | { readonly deed: 'retire'; readonly line: AgreedLineView };

interface LineDialogProps {
  readonly matter: MatterView;
  readonly of: LineDeed;
  readonly onClose: () => void;
}

/** Those that the grammar reads in texts. */
const offered: readonly FactAttribute[] = [
  'deaths',
  'injured',
  'missing',
  'trapped',
  'evacuated',
  'cases',
  'people',
  'date',
  'time',
  'place',
  'amount',
  'percent',
  'count',
  'phone',
  'url',
  'documentNumber',
  'warningColour',
  'responseLevel',
  'magnitude',
  'cause',
  'polarity',
];

const fieldsOf = (of: LineDeed) => {
  if (of.deed === 'state') return { about: '', value: '', unit: '', asOf: '', reason: '' };
  const { about, value, unit, asOf } = of.line;
  return { about, value, unit, asOf: asOf === null ? '' : wallTime(new Date(asOf)), reason: '' };
};

const requestOf = (
  matter: MatterView,
  of: LineDeed,
  attribute: FactAttribute,
  { asOf, ...fields }: ReturnType<typeof fieldsOf>,
) => {
  const path = `/matters/${matter.id}/lines`;
  const body = { ...fields, asOf: asOf === '' ? null : instantOf(asOf) };
  if (of.deed === 'state') return { path, method: 'POST', body: { attribute, ...body } } as const;
  const { lineId, version } = of.line;
  return of.deed === 'change'
    ? ({ path: `${path}/${lineId}`, method: 'PUT', body: { expectedVersion: version, ...body } } as const)
    : ({
        path: `${path}/${lineId}/retire`,
        method: 'POST',
        body: { expectedVersion: version, reason: fields.reason },
      } as const);
};

export const LineDialog = ({ matter, of, onClose }: LineDialogProps) => {
  const text = useWords(words);
  const { attributes } = useWords(conflictWords);
  const [attribute, setAttribute] = useState<FactAttribute>(
    of.deed === 'state' ? 'deaths' : of.line.attribute,
  );
  const [fields, setFields] = useState(fieldsOf(of));
  const save = useDeed(onClose);
  const titles = { state: text.addLine, change: text.changeLine, retire: text.retireLine } as const;
  const retiring = of.deed === 'retire';
  const incomplete =
    (!retiring && fields.value.trim() === '') || (of.deed !== 'state' && fields.reason.trim() === '');
  const input = (
    name: 'about' | 'value' | 'unit' | 'asOf',
    label: string,
    more: { readonly type?: 'datetime-local'; readonly help?: string } = {},
  ) => (
    <TextField
      id={`line-${name}`}
      label={label}
      {...more}
      value={fields[name]}
      onChange={(value) => setFields((now) => ({ ...now, [name]: value }))}
    />
  );
  return (
    <Modal
      open
      title={titles[of.deed]}
      okText={retiring ? text.retireLine : text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: incomplete, danger: retiring }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate(requestOf(matter, of, attribute, fields))}
      onCancel={onClose}
    >
      {!retiring && (
        <>
          <Labelled id="line-attribute" label={text.attribute}>
            <Select
              id="line-attribute"
              className="whole-width"
              disabled={of.deed !== 'state'}
              value={attribute}
              options={offered.map((value) => ({ value, label: attributes[value] ?? value }))}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={setAttribute}
            />
          </Labelled>
          {input('about', text.about, { help: text.aboutHelp })}
          <div className="dialog-row">
            {input('value', text.value)}
            {input('unit', text.unit)}
          </div>
          {input('asOf', text.asOf, { type: 'datetime-local' })}
        </>
      )}
      <TextField
        id="line-reason"
        label={text.reason}
        help={text.reasonHelp}
        rows={3}
        maxLength={500}
        value={fields.reason}
        onChange={(next) => setFields((now) => ({ ...now, reason: next }))}
      />
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
