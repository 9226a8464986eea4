import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useState } from 'react';
import { ask } from '../../../api/client.js';
import { type chainViewSchema, type ChainView } from '../../../api/contract.js';
import type { RefusalReason } from '../../../api/refusal.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { cityTime } from '../../../parts/city-time.js';
import { ReasonedButton } from '../../../parts/reasoned-button.js';
import { RefusalNotice } from '../../../parts/refusal-notice.js';
import { StateTag } from '../../../parts/state-tag.js';
import { words } from './words.js';

/** Asks again until the chain's end or its first fault; tells how far it has come. */
const useVerify = (onStep: (chain: ChainView) => void) => {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (fromStart: boolean) => {
      let chain = await ask<typeof chainViewSchema>('/audit/checks', { method: 'POST', body: { fromStart } });
      onStep(chain);
      while (!chain.done && chain.fault === null) {
        chain = await ask<typeof chainViewSchema>('/audit/checks', {
          method: 'POST',
          body: { fromStart: false },
        });
        onStep(chain);
      }
      return chain;
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['audit'] }),
  });
};

const Fault = ({ chain }: { chain: ChainView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (chain.fault === null) return null;
  const { kind, sequence, foundAt } = chain.fault;
  return (
    <Alert
      type="error"
      showIcon
      title={text.faults[kind](sequence, foundAt)}
      description={
        <>
          {chain.faultEntry !== null && (
            <p>
              {text.faultEntry} {cityTime(chain.faultEntry.at, language)}{' '}
              {chain.faultEntry.sentence[language]}
            </p>
          )}
          <p>{text.faultLead}</p>
        </>
      }
    />
  );
};

const Standing = ({ chain }: { chain: ChainView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (chain.fault !== null) return null;
  return (
    <p>
      <StateTag tone={chain.done ? 'success' : 'info'}>
        {chain.verified === 0 ? text.neverVerified : text.verified(chain.verified)}
      </StateTag>{' '}
      {chain.done ? text.allVerified : chain.verified > 0 && text.toVerify(chain.verified)}
      {chain.checkedAt !== null && (
        <span className="quiet">
          {' '}
          {text.checkedBy(cityTime(chain.checkedAt, language), chain.checkedBy ?? '')}
        </span>
      )}
    </p>
  );
};

interface ChainPanelProps {
  readonly chain: ChainView;
  readonly reasons: readonly RefusalReason[];
}

/** How far the chain is sealed and verified, and the check itself. */
export const ChainPanel = ({ chain, reasons }: ChainPanelProps) => {
  const text = useWords(words);
  const [step, setStep] = useState<ChainView | null>(null);
  const verify = useVerify(setStep);
  const shown = step ?? chain;
  return (
    <section className="panel" aria-live="polite">
      <div className="panel-head">
        <h2>{text.chain}</h2>
        <div className="button-row">
          <ReasonedButton
            type="primary"
            label={chain.verified > 0 ? text.verifyMore : text.verify}
            reasons={reasons}
            loading={verify.isPending}
            onClick={() => verify.mutate(false)}
          />
          {chain.verified > 0 && (
            <ReasonedButton
              label={text.verifyAll}
              reasons={reasons}
              loading={verify.isPending}
              onClick={() => verify.mutate(true)}
            />
          )}
        </div>
      </div>
      <p>
        {text.sealed(shown.sealed)}
        {shown.unsealed > 0 && <span className="quiet"> · {text.tail(shown.unsealed)}</span>}
      </p>
      {verify.isPending && step !== null ? (
        <p role="status">{text.verifying(step.verified, step.sealed)}</p>
      ) : (
        <Standing chain={verify.isPending ? chain : shown} />
      )}
      <Fault chain={shown} />
      <p className="quiet">
        {text.head} <code className="long-code">{shown.head}</code>
      </p>
      {verify.isError && <RefusalNotice error={verify.error} />}
    </section>
  );
};
