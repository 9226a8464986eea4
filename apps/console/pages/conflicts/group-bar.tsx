import { App, Button } from 'antd';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tell } from '../../api/client.js';
import type { FindingGroupView, ForwardingInput, GroupRulingInput } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { ReasonList } from '../../parts/reason-list.js';
import { GroupDialog, type GroupDeed } from './group-dialog.js';
import { words } from './words.js';

/** What makes sense here: a text can only be preferred where two disagree. */
const deedsOf = (group: FindingGroupView): readonly GroupDeed[] => {
  const pairs = group.findings.some(({ kind, releases }) => kind === 'inconsistent' && releases.length === 2);
  const several = group.releases.length > 1;
  return [
    ...(pairs ? (['prefer'] as const) : []),
    ...(several ? (['joint'] as const) : []),
    ...(group.releases.length > 0 ? (['withdraw'] as const) : []),
    'letStand',
    'notAConflict',
  ];
};

export const GroupBar = ({ group }: { group: FindingGroupView }) => {
  const text = useWords(words);
  const { rulings } = useWords(conflictWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const [deed, setDeed] = useState<GroupDeed | null>(null);
  const act = useMutation({
    mutationFn: (input: GroupRulingInput | ForwardingInput) =>
      tell(`/finding-groups/${group.id}/${'ruling' in input ? 'ruling' : 'forwarding'}`, {
        method: 'POST',
        body: input,
      }),
    onSuccess: () => {
      void message.success(text.done);
      setDeed(null);
    },
    onSettled: () => client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'session' }),
  });
  const choose = (next: GroupDeed): void => {
    act.reset();
    setDeed(next);
  };
  const { rule, forward } = group.actions;
  const nameOf = (name: GroupDeed): string =>
    name === 'prefer' ? text.prefer : name === 'forward' ? text.forward : rulings[name];
  const [first, ...rest] = deedsOf(group);
  return (
    <div className="sticky-bar">
      {rule.reasons.length > 0 && (
        <div className="missing">
          <strong>{text.notAllowed}</strong>
          <ReasonList reasons={rule.reasons} />
        </div>
      )}
      <div className="action-row">
        {first !== undefined && (
          <Button type="primary" disabled={rule.reasons.length > 0} onClick={() => choose(first)}>
            {nameOf(first)}
          </Button>
        )}
        {rest.map((name) => (
          <Button key={name} disabled={rule.reasons.length > 0} onClick={() => choose(name)}>
            {nameOf(name)}
          </Button>
        ))}
        <Button disabled={forward.reasons.length > 0} onClick={() => choose('forward')}>
          {text.forward}
        </Button>
      </div>
      {deed !== null && (
        <GroupDialog
          group={group}
          deed={deed}
          title={nameOf(deed)}
          busy={act.isPending}
          error={act.error}
          onAct={(input) => act.mutate(input)}
          onClose={() => setDeed(null)}
        />
      )}
    </div>
  );
};
