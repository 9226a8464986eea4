import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { accountsQuery } from '../../api/questions.js';
import { accountFormsQuery } from '../../api/settings-questions.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { AccountCard } from './account-card.js';
import { AddAccountDialog } from './account-dialogs.js';
import { words } from './words.js';

/** Every account that the reader may see: can it publish, and what may be done to it. */
export const AccountList = () => {
  const text = useWords(words);
  const accounts = useQuery({ ...accountsQuery, staleTime: 0 });
  const forms = useQuery(accountFormsQuery);
  const [adding, setAdding] = useState(false);
  return (
    <>
      <div className="filters">
        <ReasonedButton
          type="primary"
          label={text.add}
          reasons={forms.data?.actions.add.reasons}
          onClick={() => setAdding(true)}
        />
      </div>
      <Answer of={accounts}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote sentence={text.empty} />
          ) : (
            <ul className="account-cards">
              {items.map((account) => (
                <AccountCard key={account.id} account={account} />
              ))}
            </ul>
          )
        }
      </Answer>
      {adding && forms.data !== undefined && (
        <AddAccountDialog forms={forms.data} onClose={() => setAdding(false)} />
      )}
    </>
  );
};
