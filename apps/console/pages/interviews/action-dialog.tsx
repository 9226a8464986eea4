import { Input, Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InterviewForm, InterviewView } from '../../api/press-contract.js';
import { interviewRulesQuery } from '../../api/press-questions.js';
import { useDeed } from '../../api/use-deed.js';
import { useLanguage, useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { Labelled } from '../../parts/labelled.js';
import { ReporterPick } from '../../parts/press-picks.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { words } from './words.js';

export type InterviewAction = keyof InterviewView['actions'];

interface ActionDialogProps {
  readonly interview: InterviewView;
  readonly action: InterviewAction;
  readonly onClose: () => void;
}

interface Form {
  readonly reporterId: string;
  readonly form: InterviewForm;
  readonly at: string;
  readonly place: string;
  readonly person: string;
  readonly reason: string;
  readonly text: string;
  readonly note: string;
  readonly outcome: 'done' | 'withdrawnByMedia';
}

interface PartProps {
  readonly form: Form;
  readonly change: (next: Partial<Form>) => void;
}

const paths: Readonly<Record<InterviewAction, string>> = {
  accept: 'accept',
  arrange: 'arrange',
  hold: 'hold',
  proposeRefusal: 'propose-refusal',
  approveRefusal: 'approve-refusal',
  returnRefusal: 'return-refusal',
  close: 'close',
};

/** What each action sends beside the revision that the person saw. */
const partsOf = (action: InterviewAction, form: Form): Record<string, unknown> => {
  const { reporterId, at, place, person, reason, text, note, outcome } = form;
  switch (action) {
    case 'accept':
      return reporterId === '' ? {} : { reporterId };
    case 'arrange':
      return { form: form.form, at: instantOf(at), place, person };
    case 'proposeRefusal':
      return { reason, text };
    case 'approveRefusal':
      return {};
    case 'close':
      return { outcome, note };
    case 'hold':
    case 'returnRefusal':
      return { note };
  }
};

const formOf = ({ arrangement, reporter, state }: InterviewView): Form => ({
  reporterId: reporter?.id ?? '',
  form: arrangement?.form ?? 'exclusive',
  at: wallTime(arrangement === null ? new Date() : new Date(arrangement.at)),
  place: arrangement?.place ?? '',
  person: arrangement?.person ?? '',
  reason: '',
  text: '',
  note: '',
  outcome: state === 'held' || state === 'refused' ? 'done' : 'withdrawnByMedia',
});

const Arrangement = ({ form, change }: PartProps) => {
  const text = useWords(words);
  const { forms } = useWords(pressWords);
  const line = (name: 'place' | 'person' | 'at', type = 'text', help?: string) => (
    <Labelled id={`interview-${name}`} label={text[name]} {...(help === undefined ? {} : { help })}>
      <Input
        id={`interview-${name}`}
        type={type}
        value={form[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Labelled>
  );
  return (
    <>
      <div className="dialog-row">
        <Labelled id="interview-form" label={text.form}>
          <Select
            id="interview-form"
            className="whole-width"
            value={form.form}
            options={Object.entries(forms).map(([value, label]) => ({ value, label }))}
            onChange={(chosen) => change({ form: chosen })}
          />
        </Labelled>
        {line('at', 'datetime-local')}
      </div>
      {line('place', 'text', text.placeHelp)}
      {line('person')}
    </>
  );
};

const Refusing = ({ form, change }: PartProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const refusals = useQuery(interviewRulesQuery).data?.refusals ?? [];
  return (
    <>
      <p className="quiet">{text.refusalHelp}</p>
      <Labelled id="interview-reason" label={text.refusalReason}>
        <Select
          id="interview-reason"
          className="whole-width"
          value={form.reason === '' ? null : form.reason}
          options={refusals.map(({ key, title, titleEn, article }) => ({
            value: key,
            label: language === 'zh' ? `${title}（${article}）` : titleEn,
          }))}
          onChange={(reason) => change({ reason })}
        />
      </Labelled>
      <Labelled id="interview-text" label={text.refusalText}>
        <Input.TextArea
          id="interview-text"
          rows={3}
          maxLength={500}
          value={form.text}
          onChange={(event) => change({ text: event.target.value })}
        />
      </Labelled>
    </>
  );
};

const Note = ({ form, change }: PartProps) => {
  const text = useWords(words);
  return (
    <Labelled id="interview-note" label={text.note}>
      <Input.TextArea
        id="interview-note"
        rows={3}
        maxLength={500}
        value={form.note}
        onChange={(event) => change({ note: event.target.value })}
      />
    </Labelled>
  );
};

const Outcome = ({ form, change }: PartProps) => {
  const text = useWords(words);
  return (
    <Labelled id="interview-outcome" label={text.outcome}>
      <Select
        id="interview-outcome"
        className="whole-width"
        value={form.outcome}
        options={Object.entries(text.outcomes).map(([value, label]) => ({ value, label }))}
        onChange={(outcome) => change({ outcome })}
      />
    </Labelled>
  );
};

export const ActionDialog = ({ interview, action, onClose }: ActionDialogProps) => {
  const text = useWords(words);
  const { cancel, reporter } = useWords(pressWords);
  const [form, setForm] = useState(() => formOf(interview));
  const change = (next: Partial<Form>): void => setForm((now) => ({ ...now, ...next }));
  const save = useDeed(onClose);
  const path = `/interviews/${interview.id}/${paths[action]}`;
  const body = { expectedRevision: interview.revision, ...partsOf(action, form) };
  const part = { form, change };
  return (
    <Modal
      open
      title={text.actions[action]}
      okText={text.actions[action]}
      cancelText={cancel}
      confirmLoading={save.isPending}
      onOk={() => save.mutate({ path, method: 'POST', body })}
      onCancel={onClose}
    >
      {action === 'accept' && (
        <Labelled id="interview-accept" label={reporter} help={text.noReporter}>
          <ReporterPick
            id="interview-accept"
            outlet={interview.outlet.id}
            value={form.reporterId}
            onChange={(reporterId) => change({ reporterId })}
          />
        </Labelled>
      )}
      {action === 'arrange' && <Arrangement {...part} />}
      {action === 'proposeRefusal' && <Refusing {...part} />}
      {action === 'approveRefusal' && <p>{interview.refusal?.text}</p>}
      {action === 'close' && <Outcome {...part} />}
      {['hold', 'returnRefusal', 'close'].includes(action) && <Note {...part} />}
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
