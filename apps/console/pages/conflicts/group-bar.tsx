import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { tell } from '../../api/client.js';
import type { FindingGroupView, ForwardingInput, GroupRulingInput } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { GroupDialog, type GroupDeed } from './group-dialog.js';
import { useSaid } from '../../parts/said.js';
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
  const message = useSaid();
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
      <div className="action-row">
        {first !== undefined && (
          <ReasonedButton
            type="primary"
            label={nameOf(first)}
            reasons={rule.reasons}
            onClick={() => choose(first)}
          />
        )}
        {rest.map((name) => (
          <ReasonedButton
            key={name}
            label={nameOf(name)}
            reasons={rule.reasons}
            onClick={() => choose(name)}
          />
        ))}
        <ReasonedButton label={text.forward} reasons={forward.reasons} onClick={() => choose('forward')} />
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
