import { Modal } from 'antd';
import { useId, useState } from 'react';
import { useWords } from '../../language/language.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { dialogWords } from './dialog-words.js';

interface ScheduleDialogProps {
  readonly planned: string | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDo: (at: string) => void;
  readonly onClose: () => void;
}

/** The next full hour that is at least half an hour away. */
const proposal = (): Date => {
  const hour = 3_600_000;
  return new Date(Math.ceil((Date.now() + hour / 2) / hour) * hour);
};

export const ScheduleDialog = ({ planned, busy, error, onDo, onClose }: ScheduleDialogProps) => {
  const text = useWords(dialogWords);
  const id = useId();
  const [wall, setWall] = useState(() => wallTime(planned === null ? proposal() : new Date(planned)));
  const at = instantOf(wall);
  const past = at !== null && new Date(at).getTime() <= Date.now();
  const wrong = at === null ? text.scheduleNeeded : past ? text.schedulePast : '';
  return (
    <Modal
      open
      title={text.scheduleTitle}
      okText={text.scheduleDo}
      cancelText={text.cancel}
      okButtonProps={{ disabled: wrong !== '' }}
      confirmLoading={busy}
      onOk={() => at !== null && onDo(at)}
      onCancel={onClose}
    >
      <p>{text.scheduleLead}</p>
      <TextField
        id={id}
        label={text.scheduleAt}
        type="datetime-local"
        value={wall}
        min={wallTime(new Date())}
        onChange={setWall}
        wrong={wrong}
      />
      {error !== null && <RefusalNotice error={error} />}
    </Modal>
  );
};
