import { Input, Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { directiveSchema } from '../../api/contract.js';
import { organsQuery } from '../../api/questions.js';
import { useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { instantOf } from '../../parts/city-time.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useDeed } from '../../parts/use-deed.js';
import { words as common } from '../../parts/words.js';
import { words } from './words.js';

/** An order of one's own organ to another, with its hours. */
export const IssueDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(words);
  const { cancel } = useWords(common);
  const navigate = useNavigate();
  const organs = useQuery(organsQuery).data?.items ?? [];
  const own = useSession().data?.roles.find(({ organId }) => organId !== null)?.organId ?? '';
  const [form, setForm] = useState({
    toOrganId: '',
    title: '',
    text: '',
    demand: 'release',
    due: '',
    by: '',
  });
  const change = (next: Partial<typeof form>): void => setForm((now) => ({ ...now, ...next }));
  const issue = useDeed(
    directiveSchema,
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
      <label htmlFor="directive-to" className="field-label">
        {text.to}
      </label>
      <Select
        id="directive-to"
        className="whole-width"
        value={form.toOrganId === '' ? null : form.toOrganId}
        options={organs.filter(({ id }) => id !== own).map(({ id, name }) => ({ value: id, label: name }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(toOrganId: string) => change({ toOrganId })}
      />
      <label htmlFor="directive-title" className="field-label">
        {text.name}
      </label>
      <Input
        id="directive-title"
        maxLength={200}
        value={form.title}
        onChange={(event) => change({ title: event.target.value })}
      />
      <label htmlFor="directive-text" className="field-label">
        {text.text}
      </label>
      <Input.TextArea
        id="directive-text"
        rows={3}
        maxLength={5000}
        value={form.text}
        onChange={(event) => change({ text: event.target.value })}
      />
      <label htmlFor="directive-demand" className="field-label">
        {text.demand}
      </label>
      <Select
        id="directive-demand"
        className="whole-width"
        value={form.demand}
        options={Object.entries(text.demands).map(([value, label]) => ({ value, label }))}
        onChange={(demand: string) => change({ demand })}
      />
      <div className="dialog-row">
        {(['by', 'due'] as const).map((name) => (
          <div key={name}>
            <label htmlFor={`directive-${name}`} className="field-label">
              {name === 'by' ? text.acknowledgeBy : text.due}
            </label>
            <Input
              id={`directive-${name}`}
              type="datetime-local"
              value={form[name]}
              onChange={(event) => change({ [name]: event.target.value })}
            />
          </div>
        ))}
      </div>
      {issue.isError && <RefusalNotice error={issue.error} />}
    </Modal>
  );
};
