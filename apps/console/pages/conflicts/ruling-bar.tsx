import { App, Button, Dropdown } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tell } from '../../api/client.js';
import type { FindingView, RulingInput, RulingKind } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { ReasonList } from '../../parts/reason-list.js';
import { RulingDialog, type Decision } from './ruling-dialog.js';
import { words } from './words.js';

/** What can be said of a finding that names one release, and of one that names several. */
const alone: readonly RulingKind[] = ['withdraw', 'letStand', 'notAConflict'];
const several: readonly RulingKind[] = ['joint', ...alone];

const useDecision = (finding: FindingView, onDone: () => void) => {
  const text = useWords(words);
  const client = useQueryClient();
  const { message } = App.useApp();
  return useMutation({
    mutationFn: (input: RulingInput | { readonly note: string }) =>
      tell(`/findings/${finding.id}/${'ruling' in input ? 'ruling' : 'coordination'}`, {
        method: 'POST',
        body: input,
      }),
    onSuccess: () => {
      void message.success(text.done);
      onDone();
    },
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
};

const Buttons = ({ finding, onChoose }: { finding: FindingView; onChoose: (decision: Decision) => void }) => {
  const text = useWords(words);
  const { rulings } = useWords(conflictWords);
  const { rule, coordinate } = finding.actions;
  const barred = rule.reasons.length > 0;
  const pair = finding.releases.length > 1;
  const others = pair ? several : alone;
  return (
    <>
      {pair && (
        <>
          <Button type="primary" disabled={barred} onClick={() => onChoose('preferA')} className="wide">
            {text.preferA}
          </Button>
          <Button disabled={barred} onClick={() => onChoose('preferB')}>
            {rulings.preferB}
          </Button>
        </>
      )}
      {finding.state !== 'coordinating' && (
        <Button disabled={coordinate.reasons.length > 0} onClick={() => onChoose('coordination')}>
          {text.coordinate}
        </Button>
      )}
      <Dropdown
        trigger={['click']}
        disabled={barred}
        menu={{ items: others.map((key) => ({ key, label: rulings[key], onClick: () => onChoose(key) })) }}
      >
        <Button disabled={barred}>
          {text.more} <DownOutlined />
        </Button>
      </Dropdown>
    </>
  );
};

export const RulingBar = ({ finding }: { finding: FindingView }) => {
  const text = useWords(words);
  const [decision, setDecision] = useState<Decision | null>(null);
  const decide = useDecision(finding, () => setDecision(null));
  const { reasons } = finding.actions.rule;
  const choose = (next: Decision): void => {
    decide.reset();
    setDecision(next);
  };
  return (
    <div className="sticky-bar">
      {reasons.length > 0 && (
        <div className="missing">
          <strong>{text.notAllowed}</strong>
          <ReasonList reasons={reasons} />
        </div>
      )}
      <div className="action-row">
        <Buttons finding={finding} onChoose={choose} />
      </div>
      {decision !== null && (
        <RulingDialog
          finding={finding}
          decision={decision}
          busy={decide.isPending}
          error={decide.error}
          onRule={(input) => decide.mutate(input)}
          onCoordinate={(note) => decide.mutate({ note })}
          onClose={() => setDecision(null)}
        />
      )}
    </div>
  );
};
