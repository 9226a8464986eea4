import { Button } from 'antd';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { SessionView } from '../../api/contract.js';
import { sessionQuery } from '../../api/session.js';
import { words as frameWords } from '../../app/words.js';
import { useLanguage, useWords } from '../../language/language.js';
import { DemoAccounts } from './demo-accounts.js';
import { OrganCodeForm, OrganSignIn, useOrganAccount } from './organ-sign-in.js';
import { SignInForm, type Credentials } from './sign-in-form.js';
import { words } from './words.js';

export const SignInPage = () => {
  const text = useWords(words);
  const frame = useWords(frameWords);
  const { language, choose } = useLanguage();
  const client = useQueryClient();
  const [filled, setFilled] = useState<Credentials | null>(null);
  const account = useOrganAccount();
  const enter = (session: SessionView): void => {
    client.setQueryData(sessionQuery.queryKey, session);
  };
  useEffect(() => {
    document.title = `${text.title} · ${frame.brand}`;
  }, [text, frame]);
  return (
    <div className="sign-in">
      <aside className="sign-in-side">
        <p className="sign-in-brand">{frame.brand}</p>
        <p>{frame.subtitle}</p>
        <p className="sign-in-motto">{text.lead}</p>
      </aside>
      <main className="sign-in-main">
        <div className="sign-in-box">
          <div className="sign-in-head">
            <h1>{text.title}</h1>
            <Button type="link" onClick={() => choose(language === 'zh' ? 'en' : 'zh')}>
              <span lang={language === 'zh' ? 'en' : 'zh-CN'}>{text.other}</span>
            </Button>
          </div>
          {account?.asksForCode === true ? (
            <OrganCodeForm onSignedIn={enter} />
          ) : (
            <>
              <SignInForm key={filled?.username ?? ''} filled={filled} onSignedIn={enter} />
              <OrganSignIn />
              <DemoAccounts onChoose={({ username, password }) => setFilled({ username, password })} />
            </>
          )}
        </div>
      </main>
    </div>
  );
};
