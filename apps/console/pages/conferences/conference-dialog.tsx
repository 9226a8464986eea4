import { Checkbox, Input, InputNumber, Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useId, useState, type ReactNode } from 'react';
import type { ConferenceKind, ConferenceView } from '../../api/contract.js';
import { organsQuery } from '../../api/questions.js';
import { useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { bodyOf, formOf, type ConferenceForm } from './form.js';
import { SpeakerFields } from './speaker-fields.js';
import { useConferenceDeed } from './use-conference-deed.js';
import { words } from './words.js';

interface ConferenceDialogProps {
  /** Null: a new one. */
  readonly conference: ConferenceView | null;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

const Labelled = ({
  label,
  help,
  children,
}: {
  label: string;
  help?: string;
  children: (id: string) => ReactNode;
}) => {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="field-label">
        {label}
        {help !== undefined && <span className="field-help">{help}</span>}
      </label>
      {children(id)}
    </div>
  );
};

export const ConferenceDialog = ({ conference, onClose, onSaved }: ConferenceDialogProps) => {
  const text = useWords(words);
  const { field } = text;
  const organs = (useQuery(organsQuery).data?.items ?? []).map(({ id, name }) => ({
    value: id,
    label: name,
  }));
  const own = useSession().data?.roles.find(({ organId }) => organId !== null)?.organId ?? '';
  const [form, setForm] = useState(formOf(conference, own));
  const change = (next: Partial<ConferenceForm>): void => setForm((now) => ({ ...now, ...next }));
  const save = useConferenceDeed(({ id }) => {
    onClose();
    onSaved(id);
  });
  const send = (): void => {
    const body = bodyOf(form, conference);
    save.mutate(
      conference === null
        ? { path: '/conferences', body }
        : {
            path: `/conferences/${conference.id}`,
            method: 'PUT',
            body: { expectedRevision: conference.revision, conference: body },
          },
    );
  };
  const number = (name: 'totalMinutes' | 'leadMinutes' | 'rostrumPersons') => (
    <Labelled label={field[name]}>
      {(id) => (
        <InputNumber
          id={id}
          min={1}
          max={600}
          value={form[name]}
          onChange={(value) => change({ [name]: value ?? 1 })}
        />
      )}
    </Labelled>
  );
  const search = { optionFilterProp: 'label' } as const;
  const incomplete = form.theme.trim().length < 2 || form.content.trim().length < 2 || form.startsAt === '';
  return (
    <Modal
      open
      width={720}
      title={conference === null ? text.plan : text.actions.revise}
      okText={text.save}
      cancelText={text.close}
      okButtonProps={{ disabled: incomplete }}
      confirmLoading={save.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <div className="dialog-row">
        <Labelled label={field.kind}>
          {(id) => (
            <Select
              id={id}
              className="whole-width"
              value={form.kind}
              options={Object.entries(text.kinds).map(([value, label]) => ({ value, label }))}
              onChange={(kind: ConferenceKind) => change({ kind })}
            />
          )}
        </Labelled>
        <Labelled label={field.organ}>
          {(id) => (
            <Select
              id={id}
              className="whole-width"
              value={form.organId}
              options={organs}
              showSearch={search}
              onChange={(organId: string) => change({ organId })}
            />
          )}
        </Labelled>
      </div>
      <Labelled label={field.theme}>
        {(id) => (
          <Input
            id={id}
            maxLength={200}
            value={form.theme}
            onChange={(event) => change({ theme: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={field.content}>
        {(id) => (
          <Input.TextArea
            id={id}
            rows={3}
            maxLength={5_000}
            value={form.content}
            onChange={(event) => change({ content: event.target.value })}
          />
        )}
      </Labelled>
      <Labelled label={field.justification}>
        {(id) => (
          <Input
            id={id}
            maxLength={1_000}
            value={form.justification}
            onChange={(event) => change({ justification: event.target.value })}
          />
        )}
      </Labelled>
      <div className="dialog-row">
        <Labelled label={field.startsAt}>
          {(id) => (
            <Input
              id={id}
              type="datetime-local"
              value={form.startsAt}
              onChange={(event) => change({ startsAt: event.target.value })}
            />
          )}
        </Labelled>
        <Labelled label={field.place} help={field.placeHelp}>
          {(id) => (
            <Input
              id={id}
              maxLength={200}
              value={form.place}
              onChange={(event) => change({ place: event.target.value })}
            />
          )}
        </Labelled>
      </div>
      <div className="conference-marks">
        <Checkbox checked={form.emergency} onChange={({ target }) => change({ emergency: target.checked })}>
          {text.emergency}
        </Checkbox>
        <Checkbox checked={form.major} onChange={({ target }) => change({ major: target.checked })}>
          {text.major}
        </Checkbox>
        <Checkbox
          checked={form.questionSession}
          onChange={({ target }) => change({ questionSession: target.checked })}
        >
          {text.questions}
        </Checkbox>
      </div>
      <Labelled label={field.joint}>
        {(id) => (
          <Select
            id={id}
            className="whole-width"
            mode="multiple"
            value={[...form.jointOrganIds]}
            options={organs.filter(({ value }) => value !== form.organId)}
            showSearch={search}
            onChange={(jointOrganIds: string[]) => change({ jointOrganIds })}
          />
        )}
      </Labelled>
      <SpeakerFields
        speakers={form.speakers}
        organId={form.organId}
        organs={organs}
        onChange={(speakers) => change({ speakers })}
      />
      <div className="conference-numbers">
        {number('totalMinutes')}
        {number('leadMinutes')}
        {number('rostrumPersons')}
      </div>
      <Labelled label={field.over} help={field.overHelp}>
        {(id) => (
          <Input
            id={id}
            maxLength={500}
            value={form.over}
            onChange={(event) => change({ over: event.target.value })}
          />
        )}
      </Labelled>
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
