import { useWords } from '../../language/language.js';
import { Page } from '../../parts/page.js';
import { PasswordForm } from '../sign-in/password-form.js';
import { words as signInWords } from '../sign-in/words.js';
import { DevicesPanel } from './devices-panel.js';
import { FactorPanel } from './factor-panel.js';
import { words } from './words.js';

/** How one gets in: the password, the second factor, and where one is signed in. */
export const SecurityPage = () => {
  const text = useWords(words);
  const signIn = useWords(signInWords);
  return (
    <Page title={text.title}>
      <section className="panel password-panel" aria-label={text.passwordTitle}>
        <h2>{text.passwordTitle}</h2>
        <PasswordForm presentLabel={signIn.present} />
      </section>
      <FactorPanel />
      <DevicesPanel />
    </Page>
  );
};
