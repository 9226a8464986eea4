import { useQuery } from '@tanstack/react-query';
import { accountsQuery } from '../../api/questions.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { AccountCard } from './account-card.js';
import { words } from './words.js';

export const AccountsPage = () => {
  const text = useWords(words);
  const accounts = useQuery({ ...accountsQuery, staleTime: 0 });
  return (
    <Page title={text.title} lead={text.lead}>
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
    </Page>
  );
};
