import { Button } from 'antd';
import { useState } from 'react';
import type { DeliveryView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { ReasonList } from '../../parts/reason-list.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { DecideDialog } from './decide-dialog.js';
import { useDeliveryDeeds } from './use-delivery-deeds.js';
import { words } from './words.js';

interface DeliveryActionsProps {
  readonly delivery: DeliveryView;
  /** How the reader knows it: the channel, or the medium's address. */
  readonly name: string;
}

/** What a person may do with one delivery; nothing where nothing is asked of a person. */
export const DeliveryActions = ({ delivery, name }: DeliveryActionsProps) => {
  const text = useWords(words);
  const { retry, decide, choose } = useDeliveryDeeds(delivery.id);
  const [deciding, setDeciding] = useState(false);
  // What was taken back has no page to be looked at any more.
  const receipt = delivery.state === 'withdrawn' ? undefined : delivery.receipt?.url;
  const failed = ['rejected', 'deferred', 'notWithdrawable'].includes(delivery.state);
  const barred = failed ? delivery.actions.retry.reasons : delivery.actions.decide.reasons;
  return (
    <div className="delivery-actions">
      {receipt !== undefined && (
        <a href={receipt} target="_blank" rel="noreferrer noopener">
          {text.original}
        </a>
      )}
      {failed && (
        <Button
          danger={delivery.state === 'rejected'}
          disabled={barred.length > 0}
          loading={retry.isPending}
          onClick={() => retry.mutate()}
          aria-label={text.retryOnly(name)}
        >
          {text.retry}
        </Button>
      )}
      {delivery.state === 'needsPerson' && (
        <Button disabled={barred.length > 0} onClick={() => setDeciding(true)}>
          {text.decide}
        </Button>
      )}
      {(failed || delivery.state === 'needsPerson') && barred.length > 0 && <ReasonList reasons={barred} />}
      {delivery.alternatives.map(({ id, zh, en }) => (
        <Button
          key={id}
          loading={choose.isPending}
          onClick={() => choose.mutate(id)}
          title={text.pick(zh, en)}
        >
          {text.alternatives[id] ?? id}
        </Button>
      ))}
      {choose.isError && <RefusalNotice error={choose.error} />}
      {retry.isError && <RefusalNotice error={retry.error} />}
      {deciding && (
        <DecideDialog
          name={name}
          busy={decide.isPending}
          error={decide.error}
          onDo={(input) => decide.mutate(input, { onSuccess: () => setDeciding(false) })}
          onClose={() => setDeciding(false)}
        />
      )}
    </div>
  );
};
