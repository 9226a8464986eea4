import type { AccountView } from '../../api/contract.js';
import { useState } from 'react';
import { channelWords } from '../../language/channel-words.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { ReviseAccountDialog, TrialDialog } from './account-dialogs.js';
import { HealthFindings } from './health-findings.js';
import { QuotaList } from './quota-list.js';
import { useAccountDeeds } from './use-account-deeds.js';
import { words } from './words.js';

interface AccountProps {
  readonly account: AccountView;
}

const tones: Readonly<Record<AccountView['breaker'], Tone>> = {
  closed: 'success',
  open: 'warning',
  stopped: 'error',
};

const State = ({ account }: AccountProps) => {
  const text = useWords(words);
  if (!account.enabled) return <StateTag tone="quiet">{text.disabled}</StateTag>;
  return <StateTag tone={tones[account.breaker]}>{text.states[account.breaker]}</StateTag>;
};

const Token = ({ account: { health } }: AccountProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (health.renewal === null) return null;
  const ends =
    health.tokenEndsAt === null ? text.tokenUnknown : text.tokenEnds(cityTime(health.tokenEndsAt, language));
  return (
    <div>
      <dt>{text.token}</dt>
      <dd>
        {ends}
        <span className="quiet">
          {health.renewal === 'person' ? text.tokenByPerson : text.tokenAutomatic}
        </span>
      </dd>
    </div>
  );
};

const Last = ({ health }: Pick<AccountView, 'health'>) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { succeededAt, failedAt, failure } = health;
  return (
    <>
      <div>
        <dt>{text.succeeded}</dt>
        <dd>{succeededAt === null ? text.neverSent : cityTime(succeededAt, language)}</dd>
      </div>
      <div>
        <dt>{text.failed}</dt>
        <dd>
          {failedAt === null ? text.neverFailed : cityTime(failedAt, language)}
          {failure !== null && failure !== '' && <span className="quiet">{failure}</span>}
        </dd>
      </div>
    </>
  );
};

/** What stands there is looked through for what nobody here put there; why it could not be is for whoever keeps the account. */
const Watched = ({ health: { watched } }: Pick<AccountView, 'health'>) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (watched === null) return null;
  const { lookedAt, reason } = watched;
  return (
    <div>
      <dt>{text.watched}</dt>
      <dd>
        {lookedAt === null ? text.neverWatched : cityTime(lookedAt, language)}
        <span className="quiet">{reason === null ? text.watchedFor : text.notWatched(reason)}</span>
      </dd>
    </div>
  );
};

const Actions = ({ account }: AccountProps) => {
  const text = useWords(words);
  const [open, setOpen] = useState<'revise' | 'trial' | null>(null);
  const close = (): void => setOpen(null);
  const { examine, resume, consent } = useAccountDeeds(account.id);
  const { actions } = account;
  const held = account.breaker !== 'closed';
  return (
    <div className="account-actions">
      <ReasonedButton
        label={text.examine}
        name={text.examineName(account.name)}
        reasons={actions.examine.reasons}
        loading={examine.isPending}
        onClick={() => examine.mutate()}
      />
      <ReasonedButton
        label={text.trial}
        name={text.trialName(account.name)}
        reasons={actions.trial.reasons}
        onClick={() => setOpen('trial')}
      />
      <ReasonedButton
        label={text.revise}
        name={text.reviseName(account.name)}
        reasons={actions.revise.reasons}
        onClick={() => setOpen('revise')}
      />
      {held && (
        <ReasonedButton
          type="primary"
          label={text.resume}
          name={text.resumeName(account.name)}
          reasons={actions.resume.reasons}
          loading={resume.isPending}
          onClick={() => resume.mutate()}
        />
      )}
      {actions.consent !== null && (
        <ReasonedButton
          label={text.consent}
          name={text.consentName(account.name)}
          reasons={actions.consent.reasons}
          loading={consent.isPending}
          onClick={() => consent.mutate()}
        />
      )}
      {open === 'revise' && <ReviseAccountDialog account={account} onClose={close} />}
      {open === 'trial' && <TrialDialog account={account} onClose={close} />}
      {examine.isError && <RefusalNotice error={examine.error} />}
      {resume.isError && <RefusalNotice error={resume.error} />}
      {consent.isError && <RefusalNotice error={consent.error} />}
      {resume.isSuccess && <p role="status">{text.resumed}</p>}
    </div>
  );
};

/** One account: can it publish, until when, and what stands in its way. */
export const AccountCard = ({ account }: AccountProps) => {
  const text = useWords(words);
  const channels = useWords(channelWords);
  const { language } = useLanguage();
  const { health } = account;
  const channel = channels[account.channel] ?? account.channel;
  return (
    <li className={`account-card row-${tones[account.breaker]}`}>
      <div className="account-head">
        <h2>{account.name}</h2>
        {channel !== account.name && <span className="quiet">{channel}</span>}
        <State account={account} />
      </div>
      {account.breakerReason !== null && account.breaker !== 'closed' && (
        <p className="missing">{text.stoppedBecause(account.breakerReason)}</p>
      )}
      {health.restsUntil !== null && <p>{text.restsUntil(cityTime(health.restsUntil, language))}</p>}
      <dl className="account-facts">
        <Token account={account} />
        <Last health={health} />
        <Watched health={health} />
        <QuotaList quotas={health.quotas} />
      </dl>
      <HealthFindings health={health} />
      <Actions account={account} />
    </li>
  );
};
