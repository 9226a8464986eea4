import { Modal } from 'antd';
import { useState } from 'react';
import type { InterviewView } from '../../api/press-contract.js';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { orNull } from '../../parts/form-values.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useDeed } from '../../parts/use-deed.js';
import { TextField } from '../../parts/text-field.js';
import { ArrangementFields, type ArrangementForm } from './arrangement-fields.js';
import { RequestFields, type RequestForm } from './request-fields.js';
import { words } from './words.js';

const requestOf = (interview: InterviewView): RequestForm => ({
  ...{ outletId: interview.outlet.id, reporterId: interview.reporter?.id ?? '' },
  ...{ matterId: interview.matter?.id ?? '', subject: interview.subject },
  ...{ questions: interview.questions, via: interview.via },
  receivedAt: wallTime(new Date(interview.receivedAt)),
});

const arrangementOf = ({ arrangement }: InterviewView): ArrangementForm | null =>
  arrangement && { ...arrangement, at: wallTime(new Date(arrangement.at)) };

/** The field shows minutes: a time that nobody touched is sent as it was read. */
const timeOf = (wall: string, read: string): string | null =>
  wall === wallTime(new Date(read)) ? read : instantOf(wall);

/** Another time, another person, a mistake corrected; the reason is kept with what it read before. */
export const ReviseDialog = ({ interview, onClose }: { interview: InterviewView; onClose: () => void }) => {
  const text = useWords(words);
  const { cancel, save: saveText } = useWords(pressWords);
  const [request, setRequest] = useState(() => requestOf(interview));
  const [arrangement, setArrangement] = useState(() => arrangementOf(interview));
  const [reason, setReason] = useState('');
  const save = useDeed(onClose);
  const { receivedAt, reporterId, matterId, ...rest } = request;
  const read = interview.arrangement;
  const body = {
    ...{ expectedRevision: interview.revision, ...rest, reason },
    ...{ reporterId: orNull(reporterId), matterId: orNull(matterId) },
    receivedAt: timeOf(receivedAt, interview.receivedAt),
    ...(arrangement === null || read === null
      ? {}
      : { arrangement: { ...arrangement, at: timeOf(arrangement.at, read.at) } }),
  };
  return (
    <Modal
      open
      title={text.actions.revise}
      okText={saveText}
      cancelText={cancel}
      okButtonProps={{ disabled: reason.trim().length < 2 }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate({ path: `/interviews/${interview.id}/revise`, method: 'POST', body })}
      onCancel={onClose}
    >
      <RequestFields
        of={interview}
        form={request}
        change={(next) => setRequest((now) => ({ ...now, ...next }))}
      />
      {arrangement !== null && (
        <ArrangementFields
          form={arrangement}
          change={(next) => setArrangement((now) => now && { ...now, ...next })}
        />
      )}
      <TextField
        id="interview-revise-reason"
        label={text.reviseReason}
        help={text.reviseHelp}
        rows={2}
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
