import { Button } from 'antd';
import { useEffect } from 'react';
import type { SessionView } from '../../api/contract.js';
import { useSignOut } from '../../api/session.js';
import { words as frameWords } from '../../app/words.js';
import { useWords } from '../../language/language.js';
import { SetUpFactor } from './set-up-factor.js';
import { words } from './words.js';

interface FirstFactorProps {
  readonly session: SessionView;
  readonly onDone: () => void;
}

/** In place of every page, while a role asks for a second factor that is not set up. */
export const FirstFactorPage = ({ session, onDone }: FirstFactorProps) => {
  const text = useWords(words);
  const frame = useWords(frameWords);
  const signOut = useSignOut();
  useEffect(() => {
    document.title = `${text.firstTitle} · ${frame.brand}`;
  }, [text, frame]);
  return (
    <div className="sign-in">
      <aside className="sign-in-side">
        <p className="sign-in-brand">{frame.brand}</p>
        <p>{frame.subtitle}</p>
      </aside>
      <main className="sign-in-main">
        <div className="sign-in-box">
          <div className="sign-in-head">
            <h1>{text.firstTitle}</h1>
          </div>
          <p>{text.firstLead(session.person.name)}</p>
          <SetUpFactor onDone={onDone} />
          <Button type="link" onClick={() => void signOut()}>
            {text.leave}
          </Button>
        </div>
      </main>
    </div>
  );
};
