import { useWords } from '../../language/language.js';
import { Page } from '../../parts/page.js';
import { PasswordForm } from './password-form.js';
import { words } from './words.js';

/** One's own password. */
export const PasswordPage = () => {
  const text = useWords(words);
  return (
    <Page title={text.changeTitle}>
      <div className="panel password-panel">
        <PasswordForm presentLabel={text.present} />
      </div>
    </Page>
  );
};
