import { serverDate, serverNow } from '../../api/server-clock.js';
import { Button, Modal } from 'antd';
import { useId, useState } from 'react';
import type { TimeProposalView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { ProposedTime } from '../../parts/proposed-time.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { dialogWords } from './dialog-words.js';
import { nextHour } from './next-hour.js';

interface ScheduleDialogProps {
  readonly planned: string | null;
  /** What the drafter would have. */
  readonly proposal: TimeProposalView | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDo: (at: string) => void;
  readonly onClose: () => void;
}

export const ScheduleDialog = ({ planned, proposal, busy, error, onDo, onClose }: ScheduleDialogProps) => {
  const text = useWords(dialogWords);
  const id = useId();
  const [wall, setWall] = useState(() => wallTime(planned === null ? nextHour() : new Date(planned)));
  const at = instantOf(wall);
  const past = at !== null && new Date(at).getTime() <= serverNow();
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
      {proposal !== null && (
        <p className="proposal-line">
          <ProposedTime proposal={proposal} />{' '}
          <Button size="small" onClick={() => onDo(proposal.at)} loading={busy}>
            {text.adoptProposal}
          </Button>
        </p>
      )}
      <TextField
        id={id}
        label={text.scheduleAt}
        type="datetime-local"
        value={wall}
        min={wallTime(serverDate())}
        onChange={setWall}
        wrong={wrong}
      />
      {error !== null && <RefusalNotice error={error} />}
    </Modal>
  );
};
