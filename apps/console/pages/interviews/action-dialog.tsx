import { serverDate } from '../../api/server-clock.js';
import { Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { InterviewForm, InterviewView } from '../../api/press-contract.js';
import { interviewRulesQuery } from '../../api/press-questions.js';
import { useDeed } from '../../parts/use-deed.js';
import { useLanguage, useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Failure } from '../../parts/answer.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { Labelled } from '../../parts/labelled.js';
import { optionsOf, ruleOptions } from '../../parts/options-of.js';
import { ReporterPick } from '../../parts/press-picks.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { ArrangementFields } from './arrangement-fields.js';
import { words } from './words.js';

/** A revision has a dialog of its own. */
export type InterviewAction = Exclude<keyof InterviewView['actions'], 'revise'>;

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
  at: wallTime(arrangement === null ? serverDate() : new Date(arrangement.at)),
  place: arrangement?.place ?? '',
  person: arrangement?.person ?? '',
  reason: '',
  text: '',
  note: '',
  outcome: state === 'held' || state === 'refused' ? 'done' : 'withdrawnByMedia',
});

const Refusing = ({ form, change }: PartProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const rules = useQuery(interviewRulesQuery);
  const refusals = rules.data?.refusals ?? [];
  return (
    <>
      <p className="quiet">{text.refusalHelp}</p>
      <Labelled id="interview-reason" label={text.refusalReason}>
        <Select
          id="interview-reason"
          className="whole-width"
          value={form.reason === '' ? null : form.reason}
          options={ruleOptions(refusals, language)}
          onChange={(reason) => change({ reason })}
        />
        <Failure of={rules} />
      </Labelled>
      <TextField
        id="interview-text"
        label={text.refusalText}
        rows={3}
        maxLength={500}
        value={form.text}
        onChange={(next) => change({ text: next })}
      />
    </>
  );
};

const Note = ({ form, change }: PartProps) => {
  const text = useWords(words);
  return (
    <TextField
      id="interview-note"
      label={text.note}
      rows={3}
      maxLength={500}
      value={form.note}
      onChange={(next) => change({ note: next })}
    />
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
        options={optionsOf(text.outcomes)}
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
            chosen={interview.reporter}
            onChange={(reporterId) => change({ reporterId })}
          />
        </Labelled>
      )}
      {action === 'arrange' && <ArrangementFields {...part} />}
      {action === 'proposeRefusal' && <Refusing {...part} />}
      {action === 'approveRefusal' && <p>{interview.refusal?.text}</p>}
      {action === 'close' && <Outcome {...part} />}
      {['hold', 'returnRefusal', 'close'].includes(action) && <Note {...part} />}
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
