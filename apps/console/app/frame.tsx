import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useSession } from '../api/session.js';
import { StreamProvider } from '../api/stream.js';
import { useWords } from '../language/language.js';
import { FirstPasswordPage } from '../pages/sign-in/first-password-page.js';
import { SignInPage } from '../pages/sign-in/sign-in-page.js';
import { Loading } from '../parts/loading.js';
import { RefusalNotice } from '../parts/refusal-notice.js';
import { ExpiredSession } from './expired-session.js';
import { Masthead } from './masthead.js';
import { StreamNotice } from './stream-notice.js';
import { words } from './words.js';

/** What stands around every page; without a session, the sign-in page at the same address. */
export const Frame = () => {
  const text = useWords(words);
  const session = useSession();
  if (session.data === undefined)
    return (
      <div className="page">
        {session.isError ? (
          <RefusalNotice error={session.error} onRetry={() => void session.refetch()} />
        ) : (
          <Loading />
        )}
      </div>
    );
  if (session.data === null) return <SignInPage />;
  if (session.data.mustChangePassword) return <FirstPasswordPage session={session.data} />;
  return (
    <StreamProvider>
      <a className="skip-link" href="#main">
        {text.skip}
      </a>
      <Masthead session={session.data} />
      <StreamNotice />
      <main id="main" tabIndex={-1}>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
      </main>
      <ExpiredSession />
    </StreamProvider>
  );
};
