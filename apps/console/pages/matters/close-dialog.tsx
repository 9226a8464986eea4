import { Modal } from 'antd';
import { useState } from 'react';
import type { MatterView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useDeed } from '../../parts/use-deed.js';
import { TextField } from '../../parts/text-field.js';
import { words } from './words.js';

export const CloseDialog = ({ matter, onClose }: { matter: MatterView; onClose: () => void }) => {
  const text = useWords(words);
  const [reason, setReason] = useState('');
  const close = useDeed(onClose);
  return (
    <Modal
      open
      title={text.close}
      okText={text.close}
      cancelText={text.cancel}
      okButtonProps={{ disabled: reason.trim() === '' }}
      confirmLoading={close.isPending}
      onOk={() => close.mutate({ path: `/matters/${matter.id}/close`, method: 'POST', body: { reason } })}
      onCancel={onClose}
    >
      <TextField
        id="close-reason"
        label={text.reason}
        rows={3}
        maxLength={500}
        value={reason}
        onChange={setReason}
      />
      {close.isError && <RefusalNotice error={close.error} />}
    </Modal>
  );
};
