import { Button } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useSignOut } from '../../api/session.js';
import { words as frameWords } from '../../app/words.js';
import { useWords } from '../../language/language.js';

interface BeforeAllPagesProps {
  readonly title: string;
  readonly lead: string;
  readonly children: ReactNode;
}

/** In place of every page, while something must be done first; whoever does not want to leaves. */
export const BeforeAllPages = ({ title, lead, children }: BeforeAllPagesProps) => {
  const text = useWords(frameWords);
  const signOut = useSignOut();
  const [isStillHere, setStillHere] = useState(false);
  useEffect(() => {
    document.title = `${title} · ${text.brand}`;
  }, [title, text]);
  const leave = (): void => {
    setStillHere(false);
    void signOut().catch(() => setStillHere(true));
  };
  return (
    <div className="sign-in">
      <aside className="sign-in-side">
        <p className="sign-in-brand">{text.brand}</p>
        <p>{text.subtitle}</p>
      </aside>
      <main className="sign-in-main">
        <div className="sign-in-box">
          <div className="sign-in-head">
            <h1>{title}</h1>
          </div>
          <p>{lead}</p>
          {children}
          <Button type="link" onClick={leave}>
            {text.signOut}
          </Button>
          {isStillHere && <p role="alert">{text.stillHere}</p>}
        </div>
      </main>
    </div>
  );
};
