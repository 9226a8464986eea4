import { Input, Modal } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../language/language.js';
import { RefusalNotice } from './refusal-notice.js';
import { words } from './words.js';

interface TextDialogProps {
  readonly title: string;
  readonly label: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDone: (text: string) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A deed that takes a text: a reason, a report, a note. */
export const TextDialog = ({ title, label, busy, error, onDone, onClose, children }: TextDialogProps) => {
  const text = useWords(words);
  const [value, setValue] = useState('');
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={text.cancel}
      okButtonProps={{ disabled: value.trim() === '' }}
      confirmLoading={busy}
      onOk={() => onDone(value.trim())}
      onCancel={onClose}
    >
      {children}
      <label htmlFor="deed-text" className="field-label">
        {label}
      </label>
      <Input.TextArea
        id="deed-text"
        rows={3}
        maxLength={2000}
        value={value}
        onChange={(event) => setValue(event.target.value)}
      />
      {error !== null && <RefusalNotice error={error} />}
    </Modal>
  );
};
