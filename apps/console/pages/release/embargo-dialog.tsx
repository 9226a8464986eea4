import { Modal } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../../language/language.js';
import { MailingListSelect } from '../../parts/mailing-list-select.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { dialogWords } from './dialog-words.js';

interface EmbargoDialogProps {
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDo: (mailingListIds: readonly string[]) => void;
  readonly onClose: () => void;
}

/** To accredited media before the hour, marked with it; they get no second mail at the hour. */
export const EmbargoDialog = ({ busy, error, onDo, onClose }: EmbargoDialogProps) => {
  const text = useWords(dialogWords);
  const id = useId();
  const [lists, setLists] = useState<readonly string[]>([]);
  return (
    <Modal
      open
      title={text.embargoTitle}
      okText={text.embargoDo}
      cancelText={text.cancel}
      okButtonProps={{ disabled: lists.length === 0 }}
      confirmLoading={busy}
      onOk={() => onDo(lists)}
      onCancel={onClose}
    >
      <p>{text.embargoLead}</p>
      <label htmlFor={id} className="field-label">
        {text.embargoLists}
      </label>
      <MailingListSelect id={id} value={lists} onChange={setLists} accredited />
      {error !== null && <RefusalNotice error={error} />}
    </Modal>
  );
};
