import { useWords } from '../../language/language.js';
import { Page } from '../../parts/page.js';
import { AccountList } from './account-list.js';
import { words } from './words.js';

export const AccountsPage = () => {
  const text = useWords(words);
  return (
    <Page title={text.title} lead={text.lead}>
      <AccountList />
    </Page>
  );
};
