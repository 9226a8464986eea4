import { Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { type matterSchema, type MatterView, type ReleaseKind } from '../../api/contract.js';
import { organsQuery } from '../../api/register-questions.js';
import { useOwnOrgan } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { Failure } from '../../parts/answer.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { Labelled } from '../../parts/labelled.js';
import { optionsOf } from '../../parts/options-of.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useAnsweredDeed } from '../../parts/use-deed.js';
import { TextField } from '../../parts/text-field.js';
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
  const organs = useQuery(organsQuery);
  const own = useOwnOrgan();
  const [form, setForm] = useState(formOf(matter, own));
  const change = (next: Partial<Form>): void => setForm((now) => ({ ...now, ...next }));
  const save = useAnsweredDeed<typeof matterSchema>(({ id }) => {
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
  const options = (organs.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
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
      <TextField
        id="matter-title"
        label={text.name}
        value={form.title}
        maxLength={200}
        onChange={(next) => change({ title: next })}
      />
      <Labelled id="matter-owner" label={text.owner}>
        <Select
          id="matter-owner"
          className="whole-width"
          value={form.ownerOrganId === '' ? null : form.ownerOrganId}
          options={options}
          showSearch={search}
          onChange={(ownerOrganId: string) => change({ ownerOrganId })}
        />
      </Labelled>
      <Labelled id="matter-concerned" label={text.concerned}>
        <Select
          id="matter-concerned"
          className="whole-width"
          mode="multiple"
          value={[...form.concernedOrganIds]}
          options={options.filter(({ value }) => value !== form.ownerOrganId)}
          showSearch={search}
          onChange={(ids: string[]) => change({ concernedOrganIds: ids })}
        />
      </Labelled>
      <div className="dialog-row">
        <div>
          <Labelled id="matter-kind" label={text.kind}>
            <Select
              id="matter-kind"
              className="whole-width"
              value={form.kind}
              options={optionsOf(kinds)}
              onChange={(kind: ReleaseKind) => change({ kind })}
            />
          </Labelled>
        </div>
        <div>
          <Labelled id="matter-trigger" label={text.trigger}>
            <Select
              id="matter-trigger"
              className="whole-width"
              allowClear
              placeholder={text.noTrigger}
              value={form.trigger}
              options={optionsOf(text.triggers)}
              onChange={(trigger: Trigger | null | undefined) => change({ trigger: trigger ?? null })}
            />
          </Labelled>
        </div>
      </div>
      <TextField
        id="matter-due"
        label={text.due}
        help={text.dueHelp}
        type="datetime-local"
        value={form.due}
        onChange={(next) => change({ due: next })}
      />
      <Failure of={organs} />
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
