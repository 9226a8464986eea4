import { Input, Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { MatterView, ReleaseKind } from '../../api/contract.js';
import { organsQuery } from '../../api/questions.js';
import { useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useMatterDeed } from './use-matter-deed.js';
import { words } from './words.js';

interface MatterDialogProps {
  /** Null: a new one. */
  readonly matter: MatterView | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

type Trigger = keyof (typeof words)['zh']['triggers'];

interface Form {
  readonly title: string;
  readonly kind: ReleaseKind;
  readonly trigger: Trigger | null;
  readonly ownerOrganId: string;
  readonly concernedOrganIds: readonly string[];
  readonly due: string;
}

const formOf = (matter: MatterView | null, own: string): Form => ({
  title: matter?.title ?? '',
  kind: matter?.kind ?? 'routine',
  trigger: matter?.trigger ?? null,
  ownerOrganId: matter?.owner.id ?? own,
  concernedOrganIds: matter?.concerned.map(({ id }) => id) ?? [],
  due: matter?.dueAt == null ? '' : wallTime(new Date(matter.dueAt)),
});

export const MatterDialog = ({ matter, onClose, onSaved }: MatterDialogProps) => {
  const text = useWords(words);
  const { kinds } = useWords(releaseWords);
  const organs = useQuery(organsQuery).data?.items ?? [];
  const own = useSession().data?.roles.find(({ organId }) => organId !== null)?.organId ?? '';
  const [form, setForm] = useState(formOf(matter, own));
  const change = (next: Partial<Form>): void => setForm((now) => ({ ...now, ...next }));
  const save = useMatterDeed(({ id }) => {
    onClose();
    onSaved(id);
  });
  const { due, concernedOrganIds, ...rest } = form;
  const body = {
    ...rest,
    concernedOrganIds: [...concernedOrganIds],
    dueAt: due === '' ? null : instantOf(due),
  };
  const send = (): void =>
    matter === null
      ? save.mutate({ path: '/matters', method: 'POST', body })
      : save.mutate({
          path: `/matters/${matter.id}`,
          method: 'PUT',
          body: { expectedRevision: matter.revision, matter: body },
        });
  const options = organs.map(({ id, name }) => ({ value: id, label: name }));
  const search = { optionFilterProp: 'label' } as const;
  return (
    <Modal
      open
      title={matter === null ? text.open : text.edit}
      okText={text.save}
      cancelText={text.cancel}
      okButtonProps={{ disabled: form.title.trim().length < 2 || form.ownerOrganId === '' }}
      confirmLoading={save.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <label htmlFor="matter-title" className="field-label">
        {text.name}
      </label>
      <Input
        id="matter-title"
        value={form.title}
        maxLength={200}
        onChange={(event) => change({ title: event.target.value })}
      />
      <label htmlFor="matter-owner" className="field-label">
        {text.owner}
      </label>
      <Select
        id="matter-owner"
        className="whole-width"
        value={form.ownerOrganId === '' ? null : form.ownerOrganId}
        options={options}
        showSearch={search}
        onChange={(ownerOrganId: string) => change({ ownerOrganId })}
      />
      <label htmlFor="matter-concerned" className="field-label">
        {text.concerned}
      </label>
      <Select
        id="matter-concerned"
        className="whole-width"
        mode="multiple"
        value={[...form.concernedOrganIds]}
        options={options.filter(({ value }) => value !== form.ownerOrganId)}
        showSearch={search}
        onChange={(ids: string[]) => change({ concernedOrganIds: ids })}
      />
      <div className="dialog-row">
        <div>
          <label htmlFor="matter-kind" className="field-label">
            {text.kind}
          </label>
          <Select
            id="matter-kind"
            className="whole-width"
            value={form.kind}
            options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
            onChange={(kind: ReleaseKind) => change({ kind })}
          />
        </div>
        <div>
          <label htmlFor="matter-trigger" className="field-label">
            {text.trigger}
          </label>
          <Select
            id="matter-trigger"
            className="whole-width"
            allowClear
            placeholder={text.noTrigger}
            value={form.trigger}
            options={Object.entries(text.triggers).map(([value, label]) => ({ value, label }))}
            onChange={(trigger: Trigger | null | undefined) => change({ trigger: trigger ?? null })}
          />
        </div>
      </div>
      <label htmlFor="matter-due" className="field-label">
        {text.due}
        <span className="field-help">{text.dueHelp}</span>
      </label>
      <Input
        id="matter-due"
        type="datetime-local"
        value={form.due}
        onChange={(event) => change({ due: event.target.value })}
      />
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
