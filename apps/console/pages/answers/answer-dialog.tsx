import { Alert, Button, Checkbox, Input, Modal, Select } from 'antd';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ask } from '../../api/client.js';
import { answerCheckSchema, type AnswerForm } from '../../api/press-contract.js';
import { linesInForceQuery } from '../../api/press-questions.js';
import { useSession } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { Labelled } from '../../parts/labelled.js';
import { MatterPick, OrganPick, OutletPick, ReporterPick } from '../../parts/press-picks.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { DepartureList } from './departure-list.js';
import { words } from './words.js';

const orNull = (id: string): string | null => (id === '' ? null : id);

const blank = (organId: string) => ({
  ...{ organId, outletId: '', reporterId: '', matterId: '', subject: '', question: '', answer: '' },
  ...{ answeredBy: '', answeredAt: wallTime(new Date()), departureReason: '' },
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
            options={Object.entries(shared.answerForms).map(([value, label]) => ({ value, label }))}
            onChange={(chosen) => change({ form: chosen })}
          />
        </Labelled>
        <Labelled id="answer-outlet" label={shared.outlet}>
          <OutletPick
            id="answer-outlet"
            value={form.outletId}
            onChange={(outletId) => change({ outletId, reporterId: '' })}
          />
        </Labelled>
        <Labelled id="answer-reporter" label={shared.reporter}>
          <ReporterPick
            id="answer-reporter"
            outlet={form.outletId}
            value={form.reporterId}
            onChange={(reporterId) => change({ reporterId })}
          />
        </Labelled>
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
  const text = useWords(words);
  const asked = form.matterId !== '' && form.organId !== '';
  const lines = useQuery({ ...linesInForceQuery(form.organId, form.matterId), enabled: asked });
  if (!asked || lines.data === undefined) return null;
  const { items } = lines.data;
  return (
    <Labelled id="answer-lines" label={text.linesUsed}>
      {items.length === 0 ? (
        <p className="quiet">{text.noLines}</p>
      ) : (
        <Checkbox.Group
          value={[...form.lineIds]}
          options={items.map(({ lineId, words: said, version }) => ({
            value: lineId,
            label: `${said}（${text.versionOf(version)}）`,
          }))}
          onChange={(lineIds) => change({ lineIds })}
        />
      )}
    </Labelled>
  );
};

const Said = ({ form, change }: PartProps) => {
  const text = useWords(words);
  const area = (name: 'question' | 'answer', rows: number) => (
    <Labelled id={`answer-${name}`} label={text[name]}>
      <Input.TextArea
        id={`answer-${name}`}
        rows={rows}
        value={form[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Labelled>
  );
  const line = (name: 'subject' | 'answeredBy' | 'answeredAt', type = 'text', help?: string) => (
    <Labelled id={`answer-${name}`} label={text[name]} {...(help === undefined ? {} : { help })}>
      <Input
        id={`answer-${name}`}
        type={type}
        value={form[name]}
        onChange={(event) => change({ [name]: event.target.value })}
      />
    </Labelled>
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
    mutationFn: () => ask(answerCheckSchema, '/media-answers/check', { method: 'POST', body: said }),
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
      <Labelled id="answer-reason" label={text.departureReason} help={text.departsHelp}>
        <Input
          id="answer-reason"
          value={form.departureReason}
          maxLength={500}
          onChange={(event) => change({ departureReason: event.target.value })}
        />
      </Labelled>
    </>
  );
};

export const AnswerDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const own = useSession().data?.roles.find(({ organId }) => organId !== null)?.organId ?? '';
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
