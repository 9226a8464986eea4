import { Checkbox, InputNumber, Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import {
  type conferenceSchema,
  type ConferenceKind,
  type ConferenceView,
  type IncidentView,
} from '../../api/contract.js';
import { organsQuery } from '../../api/register-questions.js';
import { useOwnOrgan } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { Failure } from '../../parts/answer.js';
import { orNull } from '../../parts/form-values.js';
import { Labelled } from '../../parts/labelled.js';
import { IncidentPick } from '../../parts/press-picks.js';
import { optionsOf } from '../../parts/options-of.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useAnsweredDeed } from '../../parts/use-deed.js';
import { TextField } from '../../parts/text-field.js';
import { bodyOf, formOf, type ConferenceForm } from './form.js';
import { SpeakerFields } from './speaker-fields.js';
import { words } from './words.js';

interface ConferenceDialogProps {
  /** Null: a new one. */
  readonly conference: ConferenceView | null;
  /** A new one on this incident. */
  readonly on?: IncidentView;
  readonly onClose: () => void;
  readonly onSaved: (id: string) => void;
}

export const ConferenceDialog = ({ conference, on, onClose, onSaved }: ConferenceDialogProps) => {
  const text = useWords(words);
  const { field } = text;
  const known = useQuery(organsQuery);
  const organs = (known.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }));
  const own = useOwnOrgan();
  const [form, setForm] = useState(formOf(conference, own, on));
  const change = (next: Partial<ConferenceForm>): void => setForm((now) => ({ ...now, ...next }));
  const save = useAnsweredDeed<typeof conferenceSchema>(({ id }) => {
    onClose();
    onSaved(id);
  });
  const send = (): void => {
    const body = bodyOf(form);
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
    <Labelled id={`conference-${name}`} label={field[name]}>
      <InputNumber
        id={`conference-${name}`}
        min={1}
        max={600}
        value={form[name]}
        onChange={(value) => change({ [name]: value ?? 1 })}
      />
    </Labelled>
  );
  const search = { optionFilterProp: 'label' } as const;
  const incomplete = form.theme.trim().length < 2 || form.content.trim().length < 2 || form.startsAt === '';
  const unfounded = form.emergency && form.incidentId === null;
  return (
    <Modal
      open
      width={720}
      title={conference === null ? text.plan : text.actions.revise}
      okText={text.save}
      cancelText={text.close}
      okButtonProps={{ disabled: incomplete || unfounded }}
      confirmLoading={save.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <div className="dialog-row">
        <Labelled id="conference-kind" label={field.kind}>
          <Select
            id="conference-kind"
            className="whole-width"
            value={form.kind}
            options={optionsOf(text.kinds)}
            onChange={(kind: ConferenceKind) => change({ kind })}
          />
        </Labelled>
        <Labelled id="conference-organ" label={field.organ}>
          <Select
            id="conference-organ"
            className="whole-width"
            value={form.organId}
            options={organs}
            showSearch={search}
            onChange={(organId: string) => change({ organId })}
          />
        </Labelled>
      </div>
      <TextField
        id="conference-theme"
        label={field.theme}
        maxLength={200}
        value={form.theme}
        onChange={(next) => change({ theme: next })}
      />
      <TextField
        id="conference-content"
        label={field.content}
        rows={3}
        maxLength={5_000}
        value={form.content}
        onChange={(next) => change({ content: next })}
      />
      <TextField
        id="conference-justification"
        label={field.justification}
        maxLength={1_000}
        value={form.justification}
        onChange={(next) => change({ justification: next })}
      />
      <div className="dialog-row">
        <TextField
          id="conference-startsAt"
          label={field.startsAt}
          type="datetime-local"
          value={form.startsAt}
          onChange={(next) => change({ startsAt: next })}
        />
        <TextField
          id="conference-place"
          label={field.place}
          help={field.placeHelp}
          maxLength={200}
          value={form.place}
          onChange={(next) => change({ place: next })}
        />
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
      {form.emergency && (
        <Labelled id="conference-incident" label={field.incident} help={field.incidentHelp}>
          <IncidentPick
            id="conference-incident"
            none={field.noIncident}
            value={form.incidentId ?? ''}
            onChange={(incidentId) => change({ incidentId: orNull(incidentId) })}
          />
        </Labelled>
      )}
      <Labelled id="conference-joint" label={field.joint}>
        <Select
          id="conference-joint"
          className="whole-width"
          mode="multiple"
          value={[...form.jointOrganIds]}
          options={organs.filter(({ value }) => value !== form.organId)}
          showSearch={search}
          onChange={(jointOrganIds: string[]) => change({ jointOrganIds })}
        />
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
      <TextField
        id="conference-over"
        label={field.over}
        help={field.overHelp}
        maxLength={500}
        value={form.over}
        onChange={(next) => change({ over: next })}
      />
      <Failure of={known} />
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
