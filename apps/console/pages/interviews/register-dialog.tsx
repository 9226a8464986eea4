import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { InterviewVia } from '../../api/press-contract.js';
import { useSession } from '../../api/session.js';
import { useDeed } from '../../api/use-deed.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { Labelled } from '../../parts/labelled.js';
import { MatterPick, OrganPick, OutletPick, ReporterPick } from '../../parts/press-picks.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { words } from './words.js';

const orNull = (id: string): string | null => (id === '' ? null : id);

export const RegisterDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const own = useSession().data?.roles.find(({ organId }) => organId !== null)?.organId ?? '';
  const [form, setForm] = useState({
    ...{ organId: own, outletId: '', reporterId: '', matterId: '', subject: '', questions: '' },
    ...{ via: 'phone' as InterviewVia, receivedAt: wallTime(new Date()) },
  });
  const change = (next: Partial<typeof form>): void => setForm((now) => ({ ...now, ...next }));
  const save = useDeed(onClose);
  const { outletId, reporterId, matterId, receivedAt, ...rest } = form;
  const at = instantOf(receivedAt);
  const body = {
    ...{ ...rest, outletId, reporterId: orNull(reporterId), matterId: orNull(matterId) },
    ...(at === null ? {} : { receivedAt: at }),
  };
  const complete = [rest.organId, outletId, rest.subject.trim(), rest.questions.trim()].every(
    (value) => value !== '',
  );
  return (
    <Modal
      open
      title={text.register}
      okText={shared.save}
      cancelText={shared.cancel}
      okButtonProps={{ disabled: !complete }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate({ path: '/interviews', method: 'POST', body })}
      onCancel={onClose}
    >
      <Labelled id="interview-organ" label={text.asked}>
        <OrganPick id="interview-organ" value={form.organId} onChange={(organId) => change({ organId })} />
      </Labelled>
      <div className="dialog-row">
        <Labelled id="interview-outlet" label={shared.outlet}>
          <OutletPick
            id="interview-outlet"
            value={outletId}
            onChange={(chosen) => change({ outletId: chosen, reporterId: '' })}
          />
        </Labelled>
        <Labelled id="interview-reporter" label={shared.reporter}>
          <ReporterPick
            id="interview-reporter"
            outlet={outletId}
            value={reporterId}
            onChange={(chosen) => change({ reporterId: chosen })}
          />
        </Labelled>
      </div>
      <Labelled id="interview-subject" label={text.subject}>
        <Input
          id="interview-subject"
          maxLength={120}
          value={form.subject}
          onChange={(event) => change({ subject: event.target.value })}
        />
      </Labelled>
      <Labelled id="interview-questions" label={text.questions}>
        <Input.TextArea
          id="interview-questions"
          rows={4}
          maxLength={5_000}
          value={form.questions}
          onChange={(event) => change({ questions: event.target.value })}
        />
      </Labelled>
      <div className="dialog-row">
        <Labelled id="interview-via" label={text.via}>
          <Select
            id="interview-via"
            className="whole-width"
            value={form.via}
            options={Object.entries(shared.vias).map(([value, label]) => ({ value, label }))}
            onChange={(via) => change({ via })}
          />
        </Labelled>
        <Labelled id="interview-received" label={text.receivedAt}>
          <Input
            id="interview-received"
            type="datetime-local"
            value={receivedAt}
            onChange={(event) => change({ receivedAt: event.target.value })}
          />
        </Labelled>
      </div>
      <Labelled id="interview-matter" label={shared.matter}>
        <MatterPick
          id="interview-matter"
          value={matterId}
          onChange={(chosen) => change({ matterId: chosen })}
        />
      </Labelled>
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
