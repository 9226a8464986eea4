import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { useDeed } from '../../parts/use-deed.js';

interface EntryDialogProps {
  readonly title: string;
  /** Of the register that it is an entry of. */
  readonly path: string;
  /** Null for a new one. */
  readonly id: string | null;
  readonly body: unknown;
  readonly complete: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** An entry of the media register, new or changed: its fields, the server's reasons, one button. */
export const EntryDialog = (props: EntryDialogProps) => {
  const { title, path, id, body, complete, onClose, children } = props;
  const shared = useWords(pressWords);
  const save = useDeed(onClose);
  return (
    <Modal
      open
      title={title}
      okText={shared.save}
      cancelText={shared.cancel}
      okButtonProps={{ disabled: !complete }}
      confirmLoading={save.isPending}
      onOk={() => save.mutate(id === null ? { path, body } : { path: `${path}/${id}`, method: 'PUT', body })}
      onCancel={onClose}
    >
      {children}
      {save.isError && <RefusalNotice error={save.error} />}
    </Modal>
  );
};
