import { Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useSession } from '../../api/session.js';
import type { ApprovalView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { Labelled } from '../../parts/labelled.js';
import { refusalFrom, RefusalNotice } from '../../parts/refusal-notice.js';
import { TextField } from '../../parts/text-field.js';
import { HourChoice } from '../release/hour-choice.js';
import { ReviewDialog } from '../release/review-dialog.js';
import type { Given } from './decided.js';
import { words } from './words.js';

export interface DecisionDialogProps {
  readonly read: ApprovalView;
  readonly decision: Given['decision'];
  readonly busy: boolean;
  readonly error: unknown;
  readonly onDo: (given: Given, password: string) => void;
  readonly onClose: () => void;
}

const asksForPassword = ({ read, decision, error }: DecisionDialogProps): boolean =>
  decision === 'agree' &&
  (read.decision.stepUp ||
    (error !== null && refusalFrom(error).reasons.some(({ code }) => code === 'stepUpRequired')));

/** One window for all that a decision asks: the note, and the password where it is the last word. */
const Noted = (props: DecisionDialogProps) => {
  const { read, decision, busy, error, onDo, onClose } = props;
  const text = useWords(words);
  const ids = { note: useId(), code: useId() };
  const [note, setNote] = useState('');
  const [password, setPassword] = useState('');
  const [asked, setAsked] = useState(false);
  const [at, setAt] = useState<string | null>(null);
  const { proposal } = read.page.release;
  const approves = ['contentApproval', 'superiorApproval'].includes(read.decision.step);
  const returns = decision === 'return';
  const code = asksForPassword(props);
  const withCode = useSession().data?.secondFactor === true;
  const missing = returns && note.trim() === '';
  const decide = (): void => {
    if (missing) setAsked(true);
    else if (!code || password !== '')
      onDo({ decision, note: note.trim(), ...(at !== null && { at }) }, code ? password : '');
  };
  return (
    <Modal
      open
      className="decision-dialog"
      title={returns ? text.return : text.agreeTitle(text.decide[read.decision.step])}
      okText={returns ? text.confirmReturn : text.confirm}
      cancelText={text.cancel}
      okButtonProps={{ danger: returns, size: 'large', disabled: code && password === '' }}
      cancelButtonProps={{ size: 'large' }}
      confirmLoading={busy}
      onOk={decide}
      onCancel={onClose}
    >
      <p>{returns ? text.returnLead : text.agreeLead(read.page.content.version)}</p>
      {!returns && approves && proposal !== null && <HourChoice proposal={proposal} onChange={setAt} />}
      {code && (
        <Labelled id={ids.code} label={withCode ? text.codeOfApp : text.code}>
          <Input.Password
            id={ids.code}
            size="large"
            autoFocus
            autoComplete={withCode ? 'one-time-code' : 'current-password'}
            value={password}
            onChange={(event) => setPassword(event.target.value)}
            onPressEnter={decide}
          />
        </Labelled>
      )}
      <TextField
        id={ids.note}
        label={returns ? text.note : text.noteOptional}
        rows={returns ? 4 : 2}
        maxLength={1_000}
        value={note}
        onChange={setNote}
        wrong={asked && missing ? text.noteNeeded : ''}
      />
      {error !== null && <RefusalNotice error={error} />}
    </Modal>
  );
};

/** Item by item where the step is a confidentiality review; every other word is a note. */
export const DecisionDialog = (props: DecisionDialogProps) => {
  const { read, decision, busy, error, onDo, onClose } = props;
  const { step } = read.decision;
  if (decision === 'return' || (step !== 'confidentialityReview' && step !== 'laterReview'))
    return <Noted {...props} />;
  return (
    <ReviewDialog
      {...{ busy, error, onClose }}
      page={read.page}
      later={step === 'laterReview'}
      onDo={(items, note) => onDo({ decision, items, note }, '')}
    />
  );
};
