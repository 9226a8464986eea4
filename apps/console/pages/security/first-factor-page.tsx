import type { SessionView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { BeforeAllPages } from '../sign-in/before-all-pages.js';
import { SetUpFactor } from './set-up-factor.js';
import { words } from './words.js';

interface FirstFactorProps {
  readonly session: SessionView;
  readonly onDone: () => void;
}

/** While a role asks for a second factor that is not set up. */
export const FirstFactorPage = ({ session, onDone }: FirstFactorProps) => {
  const text = useWords(words);
  return (
    <BeforeAllPages title={text.firstTitle} lead={text.firstLead(session.person.name)}>
      <SetUpFactor onDone={onDone} />
    </BeforeAllPages>
  );
};
