import { Outlet } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useSession } from '../api/session.js';
import { StreamProvider } from '../api/stream.js';
import { useWords } from '../language/language.js';
import { Loading } from '../parts/loading.js';
import { ExpiredSession } from './expired-session.js';
import { Masthead } from './masthead.js';
import { StreamNotice } from './stream-notice.js';
import { words } from './words.js';

/** What stands around every page of who is signed in (`gate.tsx`). */
export const Frame = () => {
  const text = useWords(words);
  const session = useSession();
  // Signed out just now: the gate puts the sign-in page in its place.
  if (session.data == null) return null;
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
