import { Link } from '@tanstack/react-router';
import type { ApprovalView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { ReasonList } from '../../parts/reason-list.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import type { Given } from './decided.js';
import { words } from './words.js';

interface DecisionBarProps {
  readonly read: ApprovalView;
  /** What opens if this one is left alone; null if nothing else waits. */
  readonly nextId: string | null;
  readonly busy: boolean;
  readonly onChoose: (decision: Given['decision']) => void;
}

/** Where the thumb is: 同意 and 退回, greyed with the API's reasons where they cannot be used. */
export const DecisionBar = ({ read, nextId, busy, onChoose }: DecisionBarProps) => {
  const text = useWords(words);
  const { step, reasons } = read.decision;
  const waits = reasons.length === 0;
  return (
    <div className="sticky-bar decision-bar">
      {waits ? (
        <p className="decision-asked">{text.asked(text.decide[step])}</p>
      ) : (
        <div className="decision-asked quiet">
          {text.notYours}
          <ReasonList reasons={reasons} />
        </div>
      )}
      <div className="decision-buttons">
        <ReasonedButton
          label={text.return}
          size="large"
          danger
          reasons={read.page.actions.return.reasons}
          onClick={() => onChoose('return')}
        />
        <ReasonedButton
          label={text.agree}
          size="large"
          type="primary"
          loading={busy}
          reasons={reasons}
          onClick={() => onChoose('agree')}
        />
        {!waits && nextId !== null && (
          <Link to="/approvals/$id" params={{ id: nextId }} className="button-link">
            {text.next}
          </Link>
        )}
      </div>
    </div>
  );
};
