import { Modal } from 'antd';
import { useState } from 'react';
import { useWords } from '../language/language.js';
import { Labelled } from './labelled.js';
import { ReleasePick } from './press-picks.js';
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
  const [chosen, setChosen] = useState('');
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={text.cancel}
      okButtonProps={{ disabled: chosen === '' }}
      confirmLoading={link.isPending}
      onOk={() => chosen !== '' && link.mutate(deed(chosen))}
      onCancel={onClose}
    >
      <Labelled id="linked-release" label={text.released}>
        <ReleasePick
          id="linked-release"
          organ={organId}
          state="released"
          value={chosen}
          onChange={setChosen}
        />
      </Labelled>
      {link.isError && <RefusalNotice error={link.error} />}
    </Modal>
  );
};
