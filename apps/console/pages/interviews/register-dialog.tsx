import { serverDate } from '../../api/server-clock.js';
import { Modal } from 'antd';
import { useState } from 'react';
import type { InterviewVia } from '../../api/press-contract.js';
import { useOwnOrgan } from '../../api/session.js';
import { useDeed } from '../../parts/use-deed.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { orNull } from '../../parts/form-values.js';
import { Labelled } from '../../parts/labelled.js';
import { OrganPick } from '../../parts/press-picks.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { RequestFields } from './request-fields.js';
import { words } from './words.js';

export const RegisterDialog = ({ onClose }: { onClose: () => void }) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const own = useOwnOrgan();
  const [form, setForm] = useState({
    ...{ organId: own, outletId: '', reporterId: '', matterId: '', subject: '', questions: '' },
    ...{ via: 'phone' as InterviewVia, receivedAt: wallTime(serverDate()) },
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
      <RequestFields form={form} change={change} />
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
