import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { ApprovalView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { refusalFrom } from '../../parts/refusal-notice.js';
import { ContentCheck } from '../release/content-check.js';
import { SignatureList } from '../release/signature-list.js';
import { Timeline } from '../release/timeline.js';
import type { Given } from './decided.js';
import { DecisionBar } from './decision-bar.js';
import { DecisionDialog } from './decision-dialog.js';
import { StatusPanel } from './status-panel.js';
import { TextPanel } from './text-panel.js';
import { useDecision } from './use-decision.js';
import { WaitingHead } from './waiting-head.js';
import { words } from './words.js';

interface ApprovalPanelProps {
  /** As the server has it now. */
  readonly now: ApprovalView;
  readonly nextId: string | null;
  readonly onDecided: () => void;
}

/**
 * The text as it was read. While it stays the same, all that is told about it follows the server; once somebody changes
 * it, it stays under the reader's eyes until they ask for the new one, or the server refuses to sign the old.
 */
const useRead = (now: ApprovalView) => {
  const [read, setRead] = useState(now);
  const [readBefore, setReadBefore] = useState<number | null>(null);
  const [refused, setRefused] = useState(false);
  const newer = now.page.release.digest !== read.page.release.digest;
  const showNewer = (): void => {
    setReadBefore(read.page.content.version);
    setRead(now);
  };
  if (newer && refused) showNewer();
  else if (!newer && read !== now) setRead(now);
  return { read, readBefore, newer, refused, setRefused, showNewer };
};

export const ApprovalPanel = ({ now, nextId, onDecided }: ApprovalPanelProps) => {
  const text = useWords(words);
  const { read, readBefore, newer, refused, setRefused, showNewer } = useRead(now);
  const [choice, setChoice] = useState<Given['decision'] | null>(null);
  const decide = useDecision({
    onDecided: () => {
      setChoice(null);
      onDecided();
    },
    onRefused: (error) => {
      if (!refusalFrom(error).reasons.some(({ code }) => code === 'digestChanged')) return;
      setChoice(null);
      setRefused(true);
    },
  });
  return (
    <>
      {newer && !refused && (
        <Alert
          type="warning"
          showIcon
          role="status"
          className="newer-note"
          title={text.newer(now.page.content.draftedBy.name, now.page.content.version)}
          action={<Button onClick={showNewer}>{text.showNewer}</Button>}
        />
      )}
      {refused && <Alert type="error" showIcon role="alert" className="newer-note" title={text.refused} />}
      <WaitingHead read={read} />
      <StatusPanel page={read.page} />
      <TextPanel read={read} readBefore={readBefore} />
      <ContentCheck page={read.page} />
      <SignatureList page={read.page} />
      <Timeline page={read.page} />
      <DecisionBar
        read={read}
        nextId={nextId}
        busy={decide.isPending}
        onChoose={(decision) => {
          decide.reset();
          setRefused(false);
          setChoice(decision);
        }}
      />
      {choice !== null && (
        <DecisionDialog
          read={read}
          decision={choice}
          busy={decide.isPending}
          error={decide.error}
          onDo={(given, password) => decide.mutate({ read, given, password })}
          onClose={() => setChoice(null)}
        />
      )}
    </>
  );
};
