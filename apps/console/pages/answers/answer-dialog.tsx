import { serverDate } from '../../api/server-clock.js';
import { Alert, Button, Checkbox, Modal, Select } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { type answerCheckSchema, type AnswerForm } from '../../api/press-contract.js';
import { linesInForceQuery } from '../../api/press-questions.js';
import { useOwnOrgan } from '../../api/session.js';
import { useDeed } from '../../parts/use-deed.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { Answer } from '../../parts/answer.js';
import { orNull } from '../../parts/form-values.js';
import { Labelled } from '../../parts/labelled.js';
import { optionsOf } from '../../parts/options-of.js';
import { MatterPick, OrganPick, OutletAndReporter } from '../../parts/press-picks.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { DepartureList } from './departure-list.js';
import { words } from './words.js';

const blank = (organId: string) => ({
  ...{ organId, outletId: '', reporterId: '', matterId: '', subject: '', question: '', answer: '' },
  ...{ answeredBy: '', answeredAt: wallTime(serverDate()), departureReason: '' },
  ...{ form: 'telephone' as AnswerForm, lineIds: [] as readonly string[] },
});
type Form = ReturnType<typeof blank>;

interface PartProps {
  readonly form: Form;
  readonly change: (next: Partial<Form>) => void;
}

const Whom = ({ form, change }: PartProps) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  return (
    <>
      <div className="dialog-row">
        <Labelled id="answer-organ" label={shared.organ}>
          <OrganPick id="answer-organ" value={form.organId} onChange={(organId) => change({ organId })} />
        </Labelled>
        <Labelled id="answer-form" label={text.form}>
          <Select
            id="answer-form"
            className="whole-width"
            value={form.form}
            options={optionsOf(shared.answerForms)}
            onChange={(chosen) => change({ form: chosen })}
          />
        </Labelled>
        <OutletAndReporter prefix="answer" form={form} change={change} />
      </div>
      <Labelled id="answer-matter" label={shared.matter}>
        <MatterPick
          id="answer-matter"
          value={form.matterId}
          onChange={(matterId) => change({ matterId, lineIds: [] })}
        />
      </Labelled>
    </>
  );
};

const Lines = ({ form, change }: PartProps) => {
  const { aside } = usePunctuation();
  const text = useWords(words);
  const asked = form.matterId !== '' && form.organId !== '';
  const lines = useQuery({ ...linesInForceQuery(form.organId, form.matterId), enabled: asked });
  if (!asked) return null;
  return (
    <Labelled id="answer-lines" label={text.linesUsed}>
      <Answer of={lines} rows={1}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{text.noLines}</p>
          ) : (
            <Checkbox.Group
              value={[...form.lineIds]}
              options={items.map(({ lineId, words: said, version }) => ({
                value: lineId,
                label: `${said}${aside(text.versionOf(version))}`,
              }))}
              onChange={(lineIds) => change({ lineIds })}
            />
          )
        }
      </Answer>
    </Labelled>
  );
};

const Said = ({ form, change }: PartProps) => {
  const text = useWords(words);
  const area = (name: 'question' | 'answer', rows: number) => (
    <TextField
      id={`answer-${name}`}
      label={text[name]}
      rows={rows}
      value={form[name]}
      onChange={(next) => change({ [name]: next })}
    />
  );
  const line = (
    name: 'subject' | 'answeredBy' | 'answeredAt',
    type: 'text' | 'datetime-local' = 'text',
    help?: string,
  ) => (
    <TextField
      id={`answer-${name}`}
      label={text[name]}
      help={help}
      type={type}
      value={form[name]}
      onChange={(next) => change({ [name]: next })}
    />
  );
  return (
    <>
      {line('subject', 'text', text.subjectHelp)}
      {area('question', 2)}
      {area('answer', 4)}
      <div className="dialog-row">
        {line('answeredBy')}
        {line('answeredAt', 'datetime-local')}
      </div>
    </>
  );
};

/** Shown before anything is saved; it bars nothing, but it wants a reason. */
const Check = ({ form, change }: PartProps) => {
  const text = useWords(words);
  const { organId, subject, answer } = form;
  const said = { organId, subject, answer, matterId: orNull(form.matterId) };
  const check = useMutation({
    mutationFn: () => ask<typeof answerCheckSchema>('/media-answers/check', { method: 'POST', body: said }),
  });
  const departures = check.data?.departures ?? [];
  return (
    <>
      <Button
        className="whole-width answer-check"
        disabled={answer.trim() === '' || subject.trim().length < 2}
        loading={check.isPending}
        onClick={() => check.mutate()}
      >
        {text.check}
      </Button>
      {check.isError && <RefusalNotice error={check.error} />}
      {check.isSuccess && departures.length === 0 && <Alert type="success" showIcon title={text.agrees} />}
      {departures.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={text.departs}
          description={<DepartureList departures={departures} />}
        />
      )}
      <TextField
        id="answer-reason"
        label={text.departureReason}
        help={text.departsHelp}
        value={form.departureReason}
        maxLength={500}
        onChange={(next) => change({ departureReason: next })}
      />
    </>
  );
};

export const AnswerDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const own = useOwnOrgan();
  const [form, setForm] = useState(() => blank(own));
  const change = (next: Partial<Form>): void => setForm((now) => ({ ...now, ...next }));
  const asked = form.matterId !== '' && form.organId !== '';
  const inForce = useQuery({ ...linesInForceQuery(form.organId, form.matterId), enabled: asked });
  const save = useDeed(onClose);
  const { lineIds, reporterId, matterId, answeredAt, ...rest } = form;
  const lines = (inForce.data?.items ?? [])
    .filter(({ lineId }) => lineIds.includes(lineId))
    .map(({ lineId, version }) => ({ lineId, version }));
  const links = { reporterId: orNull(reporterId), matterId: orNull(matterId) };
  const body = { ...rest, ...links, answeredAt: instantOf(answeredAt), lines };
  const part = { form, change };
  return (
    <Modal
      open
      width={640}
      title={text.log}
      okText={shared.save}
      cancelText={shared.cancel}
      confirmLoading={save.isPending}
      onOk={() => save.mutate({ path: '/media-answers', method: 'POST', body })}
      onCancel={onClose}
    >
      <Whom {...part} />
      <Said {...part} />
      <Lines {...part} />
      <Check {...part} />
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
