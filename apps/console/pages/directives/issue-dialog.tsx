import { Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { type directiveSchema } from '../../api/contract.js';
import { organsQuery } from '../../api/register-questions.js';
import { useOwnOrgan } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { Failure } from '../../parts/answer.js';
import { instantOf } from '../../parts/city-time.js';
import { Labelled } from '../../parts/labelled.js';
import { optionsOf } from '../../parts/options-of.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useAnsweredDeed } from '../../parts/use-deed.js';
import { words as common } from '../../parts/words.js';
import { TextField } from '../../parts/text-field.js';
import { words } from './words.js';

/** An order of one's own organ to another, with its hours. */
export const IssueDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(words);
  const { cancel } = useWords(common);
  const navigate = useNavigate();
  const organs = useQuery(organsQuery);
  const own = useOwnOrgan();
  const [form, setForm] = useState({
    toOrganId: '',
    title: '',
    text: '',
    demand: 'release',
    due: '',
    by: '',
  });
  const change = (next: Partial<typeof form>): void => setForm((now) => ({ ...now, ...next }));
  const issue = useAnsweredDeed<typeof directiveSchema>(
    ({ id }) => void navigate({ to: '/directives/$id', params: { id } }),
  );
  const { due, by, ...rest } = form;
  const acknowledgeBy = by === '' ? null : instantOf(by);
  const body = { ...rest, fromOrganId: own, dueAt: instantOf(due), acknowledgeBy };
  const complete = form.toOrganId !== '' && form.title.trim() !== '' && form.text.trim() !== '' && due !== '';
  return (
    <Modal
      open
      title={text.issue}
      okText={text.issue}
      cancelText={cancel}
      okButtonProps={{ disabled: !complete }}
      confirmLoading={issue.isPending}
      onOk={() => issue.mutate({ path: '/directives', body })}
      onCancel={onClose}
    >
      <Labelled id="directive-to" label={text.to}>
        <Select
          id="directive-to"
          className="whole-width"
          value={form.toOrganId === '' ? null : form.toOrganId}
          options={(organs.data?.items ?? [])
            .filter(({ id }) => id !== own)
            .map(({ id, name }) => ({ value: id, label: name }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={(toOrganId: string) => change({ toOrganId })}
        />
      </Labelled>
      <TextField
        id="directive-title"
        label={text.name}
        maxLength={200}
        value={form.title}
        onChange={(next) => change({ title: next })}
      />
      <TextField
        id="directive-text"
        label={text.text}
        rows={3}
        maxLength={5000}
        value={form.text}
        onChange={(next) => change({ text: next })}
      />
      <Labelled id="directive-demand" label={text.demand}>
        <Select
          id="directive-demand"
          className="whole-width"
          value={form.demand}
          options={optionsOf(text.demands)}
          onChange={(demand: string) => change({ demand })}
        />
      </Labelled>
      <div className="dialog-row">
        {(['by', 'due'] as const).map((name) => (
          <TextField
            key={name}
            id={`directive-${name}`}
            label={name === 'by' ? text.acknowledgeBy : text.due}
            type="datetime-local"
            value={form[name]}
            onChange={(next) => change({ [name]: next })}
          />
        ))}
      </div>
      <Failure of={organs} />
      {issue.isError && <RefusalNotice error={issue.error} />}
    </Modal>
  );
};
