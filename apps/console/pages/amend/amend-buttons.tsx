import { Button } from 'antd';
import { useState } from 'react';
import type { ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { ReasonList } from '../../parts/reason-list.js';
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
  const correct = actions.openCorrection.reasons;
  const withdraw = actions.withdrawPublished.reasons;
  return (
    <div className="amend-buttons">
      <Button disabled={correct.length > 0} onClick={() => setDialog('correct')}>
        {text.kinds.correct}
      </Button>
      <Button danger disabled={withdraw.length > 0} onClick={() => setDialog('withdraw')}>
        {text.kinds.withdraw}
      </Button>
      {correct.length > 0 && withdraw.length > 0 && <ReasonList reasons={correct} />}
      {dialog === 'correct' && <CorrectionDialog release={release} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawalDialog releaseId={release.id} onClose={close} />}
    </div>
  );
};
