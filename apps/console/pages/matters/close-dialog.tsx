import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { MatterView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useMatterDeed } from './use-matter-deed.js';
import { words } from './words.js';

export const CloseDialog = ({ matter, onClose }: { matter: MatterView; onClose: () => void }) => {
  const text = useWords(words);
  const [reason, setReason] = useState('');
  const close = useMatterDeed(onClose);
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
      <label htmlFor="close-reason" className="field-label">
        {text.reason}
      </label>
      <Input.TextArea
        id="close-reason"
        rows={3}
        maxLength={500}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
      />
      {close.isError && <RefusalNotice error={close.error} />}
    </Modal>
  );
};
