import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { confirmedSchema, RoleChangeView } from '../../../../../libs/access/four-eyes/four-eyes.api.js';
import type { FirstPassword, IssuedKey } from '../../../api/contract.js';
import { roleChangesQuery } from '../../../api/settings-questions.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { roleWords } from '../../../language/role-words.js';
import { Answer } from '../../../parts/answer.js';
import { cityTime } from '../../../parts/city-time.js';
import { FormDialog } from '../../../parts/form-dialog.js';
import { ReasonedButton } from '../../../parts/reasoned-button.js';
import { RefusalNotice } from '../../../parts/refusal-notice.js';
import { Sheet } from '../../../parts/sheet.js';
import { useAnsweredDeed } from '../../../parts/use-deed.js';
import { words as keyWords } from '../keys/words.js';
import { words } from './words.js';

const WantedKey = ({ apiKey }: { apiKey: NonNullable<RoleChangeView['apiKey']> }) => {
  const text = useWords(words);
  const { scopeNames } = useWords(keyWords);
  return (
    <>
      {text.apiKey(apiKey.name, apiKey.days)}
      <ul className="plain-list">
        {apiKey.scopes.map((scope) => (
          <li key={scope}>{scopeNames[scope]}</li>
        ))}
      </ul>
    </>
  );
};

const Wanted = ({ change }: { change: RoleChangeView }) => {
  const text = useWords(words);
  const roles = useWords(roleWords);
  if (change.kind === 'resetFactor') return <>{text.forget}</>;
  if (change.kind === 'resetPassword') return <>{text.newPassword}</>;
  if (change.apiKey !== null) return <WantedKey apiKey={change.apiKey} />;
  if (change.kind === 'organAccount') return <>{text.useAccount(change.accountName ?? '')}</>;
  return (
    <>
      <ul className="plain-list">
        {change.grants.map(({ role, organId, organName }) => (
          <li key={`${role} ${organId ?? ''}`}>
            {organName ?? text.everywhere} · {roles[role]}
          </li>
        ))}
      </ul>
      {change.endsKeys > 0 && <p className="quiet">{text.endsKeys(change.endsKeys)}</p>}
      {change.opensAnew && <p className="quiet">{text.opensAnew}</p>}
      {change.presentAccount !== null && (
        <p className="quiet">{text.presentAccount(change.presentAccount)}</p>
      )}
    </>
  );
};

interface WaitingProps {
  /** Of a change that the reader confirmed: shown once. */
  readonly onPassword: (password: FirstPassword) => void;
  readonly onKey: (key: IssuedKey) => void;
}

const Rows = ({ items, onPassword, onKey }: WaitingProps & { readonly items: readonly RoleChangeView[] }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const confirm = useAnsweredDeed<typeof confirmedSchema>(({ password, key }) => {
    if (password !== null) onPassword(password);
    if (key !== null) onKey(key);
  });
  const [declined, setDeclined] = useState<RoleChangeView | null>(null);
  return (
    <section className="panel" aria-label={text.waitingTitle}>
      <h2>{text.waitingTitle}</h2>
      <p className="quiet">{text.waitingLead}</p>
      {confirm.isError && <RefusalNotice error={confirm.error} />}
      <Sheet
        heads={[text.name, text.change, text.proposed, '']}
        rows={items.map((change) => ({
          key: change.id,
          cells: [
            <strong key="who" className="one-line">
              {change.person.name}
            </strong>,
            <Wanted key="what" change={change} />,
            <div key="why">
              {change.proposedBy.name} ·{' '}
              <span className="one-line">{cityTime(change.proposedAt, language)}</span>
              {change.reason !== change.apiKey?.name && <p className="quiet">{change.reason}</p>}
            </div>,
            <div key="deeds" className="row-deeds change-deeds">
              <ReasonedButton
                label={text.confirm}
                name={text.confirmFor(change.person.name)}
                reasons={change.actions.confirm.reasons}
                onClick={() => confirm.mutate({ path: `/role-changes/${change.id}/confirmation` })}
              />
              <ReasonedButton
                label={text.decline}
                name={text.declineFor(change.person.name)}
                reasons={change.actions.decline.reasons}
                onClick={() => setDeclined(change)}
              />
            </div>,
          ],
        }))}
      />
      {declined !== null && (
        <FormDialog
          title={text.declineFor(declined.person.name)}
          okText={text.decline}
          fields={[{ name: 'reason', label: text.reason, help: text.reasonHelp }]}
          initial={{ reason: '' }}
          deed={(body) => ({ path: `/role-changes/${declined.id}/refusal`, body })}
          onClose={() => setDeclined(null)}
        />
      )}
    </section>
  );
};

/** What one administrator wants and another confirms; nothing where nothing waits. */
export const WaitingChanges = (shown: WaitingProps) => {
  const text = useWords(words);
  const changes = useQuery(roleChangesQuery);
  return (
    <Answer of={changes} rows={0}>
      {({ items, alone }) => (
        <>
          {alone && <p className="quiet tab-lead">{text.alone}</p>}
          {items.length > 0 && <Rows items={items} {...shown} />}
        </>
      )}
    </Answer>
  );
};
