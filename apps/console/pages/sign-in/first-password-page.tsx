import type { SessionView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { BeforeAllPages } from './before-all-pages.js';
import { PasswordForm } from './password-form.js';
import { words } from './words.js';

/** While somebody is in with the password that an administrator gave. */
export const FirstPasswordPage = ({ session }: { session: SessionView }) => {
  const text = useWords(words);
  return (
    <BeforeAllPages title={text.firstTitle} lead={text.firstLead(session.person.name)}>
      <PasswordForm presentLabel={text.firstPassword} />
    </BeforeAllPages>
  );
};
