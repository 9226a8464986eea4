import { Modal, Select } from 'antd';
import { useId, useState } from 'react';
import type { FindingView, RulingInput, RulingKind } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { Labelled } from '../../parts/labelled.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { words } from './words.js';

/** A ruling, or the call for coordination, which is a state and not a ruling. */
export type Decision = RulingKind | 'coordination';

interface RulingDialogProps {
  readonly finding: FindingView;
  readonly decision: Decision;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onRule: (input: RulingInput) => void;
  readonly onCoordinate: (note: string) => void;
  readonly onClose: () => void;
}

const organsOf = (finding: FindingView) =>
  [...new Map(finding.releases.map(({ organ }) => [organ.id, organ.name]))].map(([value, label]) => ({
    value,
    label,
  }));

export const RulingDialog = (props: RulingDialogProps) => {
  const { finding, decision } = props;
  const text = useWords(words);
  const { rulings } = useWords(conflictWords);
  const [reasonId, organId] = [useId(), useId()];
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const organs = organsOf(finding);
  const [lead, setLead] = useState(organs[0]?.value);
  const coordinating = decision === 'coordination';
  const title = coordinating ? text.coordinate : rulings[decision];
  const act = (): void => {
    const given = reason.trim();
    if (given === '') setAsked(true);
    else if (coordinating) props.onCoordinate(given);
    else if (decision === 'joint' && lead !== undefined)
      props.onRule({ ruling: decision, leadOrganId: lead, reason: given });
    else props.onRule({ ruling: decision, reason: given });
  };
  const missing = asked && reason.trim() === '';
  return (
    <Modal
      open
      title={title}
      okText={title}
      cancelText={text.cancel}
      confirmLoading={props.busy}
      onOk={act}
      onCancel={props.onClose}
    >
      <p>{coordinating ? text.noteLead : text.rulingLead}</p>
      {decision === 'joint' && (
        <Labelled id={organId} label={text.leadOrgan}>
          <Select id={organId} value={lead} onChange={setLead} options={organs} style={{ width: '100%' }} />
        </Labelled>
      )}
      <TextField
        id={reasonId}
        label={coordinating ? text.note : text.reason}
        rows={4}
        maxLength={1_000}
        value={reason}
        onChange={setReason}
        wrong={missing ? (coordinating ? text.noteNeeded : text.reasonNeeded) : ''}
      />
      {props.error !== null && <RefusalNotice error={props.error} />}
    </Modal>
  );
};
