import { Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import type { DecisionInput } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { words } from './words.js';

interface DecideDialogProps {
  readonly name: string;
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDo: (input: DecisionInput) => void;
  readonly onClose: () => void;
}

const decisions = ['delivered', 'planned', 'abandoned'] as const;

export const DecideDialog = ({ name, busy, error, onDo, onClose }: DecideDialogProps) => {
  const { labelled } = usePunctuation();
  const text = useWords(words);
  const id = useId();
  const [decision, setDecision] = useState<DecisionInput['decision'] | null>(null);
  const [reason, setReason] = useState('');
  const incomplete = decision === null || reason.trim() === '';
  return (
    <Modal
      open
      title={labelled(text.decideTitle, name)}
      okText={text.confirm}
      cancelText={text.cancel}
      okButtonProps={{ disabled: incomplete }}
      confirmLoading={busy}
      onOk={() => decision !== null && onDo({ decision, reason: reason.trim() })}
      onCancel={onClose}
    >
      <p>{text.decideLead}</p>
      <Radio.Group
        className="decisions"
        aria-label={text.decideTitle}
        value={decision}
        onChange={(event) => setDecision(event.target.value as DecisionInput['decision'])}
      >
        {decisions.map((one) => (
          <Radio key={one} value={one}>
            {text.decisions[one]}
            <span className="field-help">{text.decisionHelp[one]}</span>
          </Radio>
        ))}
      </Radio.Group>
      <TextField
        id={id}
        label={text.reason}
        rows={3}
        maxLength={500}
        value={reason}
        placeholder={text.reasonNeeded}
        onChange={setReason}
      />
      {error !== null && <RefusalNotice error={error} />}
    </Modal>
  );
};
