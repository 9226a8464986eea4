import { useState } from 'react';
import type { ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { CorrectionDialog } from './correction-dialog.js';
import { WithdrawalDialog } from './withdrawal-dialog.js';
import { words } from './words.js';

/** 更正 and 撤回 of what is out; greyed out with the words that the server would refuse with. */
export const AmendButtons = ({ page }: { page: ReleasePage }) => {
  const text = useWords(words);
  const [dialog, setDialog] = useState<'correct' | 'withdraw' | null>(null);
  const { release, actions } = page;
  if (release.releasedVersion === null || release.state === 'withdrawn') return null;
  const close = (): void => setDialog(null);
  return (
    <div className="amend-buttons">
      <ReasonedButton
        label={text.kinds.correct}
        reasons={actions.openCorrection.reasons}
        onClick={() => setDialog('correct')}
      />
      <ReasonedButton
        danger
        label={text.kinds.withdraw}
        reasons={actions.withdrawPublished.reasons}
        onClick={() => setDialog('withdraw')}
      />
      {dialog === 'correct' && <CorrectionDialog release={release} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawalDialog releaseId={release.id} onClose={close} />}
    </div>
  );
};
