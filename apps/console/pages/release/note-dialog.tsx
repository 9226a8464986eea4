import { Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { dialogWords } from './dialog-words.js';

export interface NoteDialogProps {
  readonly title: string;
  readonly lead: string;
  readonly noteNeeded?: boolean;
  readonly danger?: boolean;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDo: (note: string) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}

/** A decision with a note; where the note is the reason, there is no decision without it. */
export const NoteDialog = (props: NoteDialogProps) => {
  const text = useWords(dialogWords);
  const id = useId();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = props.noteNeeded === true && note.trim() === '';
  return (
    <Modal
      open
      title={props.title}
      okText={props.title}
      cancelText={text.cancel}
      okButtonProps={{ danger: props.danger === true }}
      confirmLoading={props.busy}
      onOk={() => (missing ? setAsked(true) : props.onDo(note.trim()))}
      onCancel={props.onClose}
    >
      <p>{props.lead}</p>
      {props.children}
      <TextField
        id={id}
        label={props.noteNeeded === true ? text.note : text.noteOptional}
        rows={4}
        maxLength={1_000}
        value={note}
        onChange={setNote}
        wrong={asked && missing ? text.noteNeeded : ''}
      />
      {props.error !== null && <RefusalNotice error={props.error} />}
    </Modal>
  );
};
