import { serverDate, serverNow } from '../../api/server-clock.js';
import { Button, Modal } from 'antd';
import { useId, useState } from 'react';
import type { TimeProposalView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { instantOf, wallTime } from '../../parts/city-time.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { dialogWords } from './dialog-words.js';
import { nextHour } from './next-hour.js';
import type { Deed } from './use-release-actions.js';

interface ProposeDialogProps {
  readonly proposal: TimeProposalView | null;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDo: (deed: Deed) => void;
  readonly onClose: () => void;
}

/** When the drafter would have it go out, and why; who approves it decides. */
export const ProposeDialog = ({ proposal, busy, error, onDo, onClose }: ProposeDialogProps) => {
  const text = useWords(dialogWords);
  const [hour, reason] = [useId(), useId()];
  const [wall, setWall] = useState(() => wallTime(proposal === null ? nextHour() : new Date(proposal.at)));
  const [why, setWhy] = useState(proposal?.why ?? '');
  const at = instantOf(wall);
  const past = at !== null && new Date(at).getTime() <= serverNow();
  const wrong = at === null ? text.scheduleNeeded : past ? text.schedulePast : '';
  const path = 'proposed-time';
  return (
    <Modal
      open
      title={text.proposeTitle}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {text.cancel}
        </Button>,
        ...(proposal === null
          ? []
          : [
              <Button key="back" danger loading={busy} onClick={() => onDo({ path, method: 'DELETE' })}>
                {text.proposeTakeBack}
              </Button>,
            ]),
        <Button
          key="do"
          type="primary"
          loading={busy}
          disabled={wrong !== '' || why.trim() === ''}
          onClick={() => onDo({ path, method: 'PUT', body: { at, why } })}
        >
          {text.proposeDo}
        </Button>,
      ]}
    >
      <p>{text.proposeLead}</p>
      <TextField
        id={hour}
        label={text.proposeAt}
        type="datetime-local"
        value={wall}
        min={wallTime(serverDate())}
        onChange={setWall}
        wrong={wrong}
      />
      <TextField id={reason} label={text.proposeWhy} rows={3} maxLength={300} value={why} onChange={setWhy} />
      {error !== null && <RefusalNotice error={error} />}
    </Modal>
  );
};
