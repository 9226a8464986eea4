import { Button, Dropdown } from 'antd';
import { DownOutlined } from '@ant-design/icons';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tell } from '../../api/client.js';
import type { FindingView, RulingInput, RulingKind } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { onMenuKey } from '../../parts/menu-key.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { RulingDialog, type Decision } from './ruling-dialog.js';
import { useSaid } from '../../parts/said.js';
import { words } from './words.js';

/** What can be said of a finding between texts outside, of one that names one release, and of one that names several. */
const outside: readonly RulingKind[] = ['letStand', 'notAConflict'];
const alone: readonly RulingKind[] = ['withdraw', ...outside];
const several: readonly RulingKind[] = ['joint', ...alone];

const useDecision = (finding: FindingView, onDone: () => void) => {
  const text = useWords(words);
  const client = useQueryClient();
  const message = useSaid();
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
  const pair = finding.releases.length > 1;
  const others = pair ? several : finding.outsideOther === null ? alone : outside;
  return (
    <>
      {pair && (
        <>
          <ReasonedButton
            type="primary"
            className="wide"
            label={text.preferA}
            reasons={rule.reasons}
            onClick={() => onChoose('preferA')}
          />
          <ReasonedButton
            label={rulings.preferB}
            reasons={rule.reasons}
            onClick={() => onChoose('preferB')}
          />
        </>
      )}
      {finding.state !== 'coordinating' && (
        <ReasonedButton
          label={text.coordinate}
          reasons={coordinate.reasons}
          onClick={() => onChoose('coordination')}
        />
      )}
      {rule.reasons.length > 0 ? (
        <ReasonedButton label={text.more} reasons={rule.reasons} onClick={() => undefined} />
      ) : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: others.map((key) => ({ key, label: rulings[key], onClick: () => onChoose(key) })),
            onClick: onMenuKey,
          }}
        >
          <Button>
            {text.more} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
      )}
    </>
  );
};

export const RulingBar = ({ finding }: { finding: FindingView }) => {
  const [decision, setDecision] = useState<Decision | null>(null);
  const decide = useDecision(finding, () => setDecision(null));
  const choose = (next: Decision): void => {
    decide.reset();
    setDecision(next);
  };
  return (
    <div className="sticky-bar">
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
