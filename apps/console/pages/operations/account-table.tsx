import { Button } from 'antd';
import { useState } from 'react';
import type { OperationsView } from '../../api/contract.js';
import { channelWords } from '../../language/channel-words.js';
import { useWords } from '../../language/language.js';
import { StateTag } from '../../parts/state-tag.js';
import { ResendDialog } from '../progress/resend-dialog.js';
import { resendWords } from '../progress/resend-words.js';
import { words } from './words.js';

type Account = OperationsView['accounts'][number];

const tones = { closed: 'success', open: 'warning', stopped: 'error' } as const;

const Quotas = ({ account }: { account: Account }) => {
  const text = useWords(words);
  if (account.quotas.length === 0) return <span className="quiet">{text.noQuota}</span>;
  return (
    <ul className="quotas">
      {account.quotas.map(({ name, per, limit, left }) => (
        <li key={`${name}/${per}`} className={left === 0 ? 'missing' : undefined}>
          {text.quota(text.counted[name] ?? name, text.per[per], left, limit)}
        </li>
      ))}
    </ul>
  );
};

const Row = ({ account, onResend }: { account: Account; onResend: () => void }) => {
  const text = useWords(words);
  const resend = useWords(resendWords);
  const channels = useWords(channelWords);
  const open = account.rejected + account.needsPerson;
  const channel = channels[account.channel] ?? account.channel;
  return (
    <li className="operations-account">
      <div>
        <h3>{account.name}</h3>
        {channel !== account.name && <p className="quiet">{channel}</p>}
        <StateTag tone={tones[account.breaker]}>{text.breakers[account.breaker]}</StateTag>
        {account.breakerReason !== null && <p className="missing">{account.breakerReason}</p>}
      </div>
      <Quotas account={account} />
      <div className="operations-open">
        {open === 0 ? (
          <span className="quiet">{text.nothingOpen}</span>
        ) : (
          <>
            <span>{text.open(account.rejected, account.needsPerson)}</span>
            <Button onClick={onResend}>{resend.open}</Button>
          </>
        )}
      </div>
    </li>
  );
};

export const AccountTable = ({ accounts }: { accounts: readonly Account[] }) => {
  const text = useWords(words);
  const [chosen, setChosen] = useState<Account | null>(null);
  return (
    <section className="panel">
      <h2>{text.accounts}</h2>
      <ul className="operations-accounts">
        {accounts.map((account) => (
          <Row key={account.id} account={account} onResend={() => setChosen(account)} />
        ))}
      </ul>
      {chosen !== null && (
        <ResendDialog
          choice={{ accountId: chosen.id }}
          rows={chosen.rejected + chosen.needsPerson}
          onClose={() => setChosen(null)}
        />
      )}
    </section>
  );
};
