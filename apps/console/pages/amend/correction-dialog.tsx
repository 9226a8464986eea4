import { Modal } from 'antd';
import { useNavigate } from '@tanstack/react-router';
import { useId, useState } from 'react';
import type { ReleaseSummary } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { PlanList } from './plan-list.js';
import { useAmend } from './use-amend.js';
import { words } from './words.js';

interface CorrectionDialogProps {
  readonly release: Pick<ReleaseSummary, 'id' | 'revision'>;
  readonly onClose: () => void;
}

/** Begins a correction with the note that every channel will carry, and opens it for editing. */
export const CorrectionDialog = ({ release, onClose }: CorrectionDialogProps) => {
  const text = useWords(words);
  const id = useId();
  const navigate = useNavigate();
  const open = useAmend(`/releases/${release.id}/correction`);
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = note.trim() === '';
  const begin = (): void => {
    setAsked(true);
    if (missing) return;
    open.mutate(
      { expectedRevision: release.revision, note: note.trim() },
      { onSuccess: () => void navigate({ to: '/releases/$id/edit', params: { id: release.id } }) },
    );
  };
  return (
    <Modal
      open
      title={text.correctTitle}
      okText={text.correctDo}
      cancelText={text.cancel}
      confirmLoading={open.isPending}
      onOk={begin}
      onCancel={onClose}
    >
      <p>{text.correctLead}</p>
      <TextField
        id={id}
        label={text.correctNote}
        help={text.correctNoteHelp}
        rows={3}
        maxLength={300}
        value={note}
        onChange={setNote}
        wrong={asked && missing ? text.noteNeeded : ''}
      />
      <h2>{text.planLead}</h2>
      <PlanList releaseId={release.id} kind="correct" />
      {open.isError && <RefusalNotice error={open.error} />}
    </Modal>
  );
};
