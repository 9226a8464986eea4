import { Modal, Select } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { releasesQuery } from '../api/questions.js';
import { useWords } from '../language/language.js';
import { Labelled } from './labelled.js';
import { Failure } from './answer.js';
import { RefusalNotice } from './refusal-notice.js';
import { useDeed, type Deed } from './use-deed.js';
import { words } from './words.js';

interface ReleaseDialogProps {
  readonly title: string;
  readonly organId: string;
  readonly deed: (releaseId: string) => Deed;
  readonly onClose: () => void;
}

/** A released text of an organ, to be linked to what was ordered or planned. */
export const ReleaseDialog = ({ title, organId, deed, onClose }: ReleaseDialogProps) => {
  const text = useWords(words);
  const link = useDeed(onClose);
  const [chosen, setChosen] = useState<string | null>(null);
  const found = useQuery(releasesQuery({ organ: organId, state: 'released', pageSize: 100 }));
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={text.cancel}
      okButtonProps={{ disabled: chosen === null }}
      confirmLoading={link.isPending}
      onOk={() => chosen !== null && link.mutate(deed(chosen))}
      onCancel={onClose}
    >
      <Labelled id="linked-release" label={text.released}>
        <Select
          id="linked-release"
          className="whole-width"
          value={chosen}
          options={(found.data?.items ?? []).map(({ id, number, title: name }) => ({
            value: id,
            label: `${number} ${name}`,
          }))}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={setChosen}
        />
      </Labelled>
      <Failure of={found} />
      {link.isError && <RefusalNotice error={link.error} />}
    </Modal>
  );
};
