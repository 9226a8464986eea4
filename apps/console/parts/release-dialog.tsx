import { Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { releasesQuery } from '../api/questions.js';
import { useWords } from '../language/language.js';
import { RefusalNotice } from './refusal-notice.js';
import { words } from './words.js';

interface ReleaseDialogProps {
  readonly title: string;
  readonly organId: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDone: (releaseId: string) => void;
  readonly onClose: () => void;
}

/** A released text of an organ, to be linked to what was ordered or planned. */
export const ReleaseDialog = ({ title, organId, busy, error, onDone, onClose }: ReleaseDialogProps) => {
  const text = useWords(words);
  const [chosen, setChosen] = useState<string | null>(null);
  const found =
    useQuery(releasesQuery({ organ: organId, state: 'released', pageSize: 100 })).data?.items ?? [];
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={text.cancel}
      okButtonProps={{ disabled: chosen === null }}
      confirmLoading={busy}
      onOk={() => chosen !== null && onDone(chosen)}
      onCancel={onClose}
    >
      <label htmlFor="linked-release" className="field-label">
        {text.released}
      </label>
      <Select
        id="linked-release"
        className="whole-width"
        value={chosen}
        options={found.map(({ id, number, title: name }) => ({ value: id, label: `${number} ${name}` }))}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={setChosen}
      />
      {error !== null && <RefusalNotice error={error} />}
    </Modal>
  );
};
