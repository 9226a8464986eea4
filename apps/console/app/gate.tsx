import { lazy, Suspense, useState } from 'react';
import { useSession } from '../api/session.js';
import { FirstPasswordPage } from '../pages/sign-in/first-password-page.js';
import { SignInPage } from '../pages/sign-in/sign-in-page.js';
import { Loading } from '../parts/loading.js';
import { RefusalNotice } from '../parts/refusal-notice.js';

/** Pages, masthead and router come after the sign-in: who has no session yet does not wait for them. */
const Desk = lazy(async () => ({ default: (await import('./desk.js')).Desk }));

const FirstFactorPage = lazy(async () => ({
  default: (await import('../pages/security/first-factor-page.js')).FirstFactorPage,
}));

/** Without a session, the sign-in page at whatever address. */
export const Gate = () => {
  const session = useSession();
  const [settingUp, setSettingUp] = useState<string | null>(null);
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
  const { id } = session.data.person;
  // Until it is said that the recovery codes are kept, whatever the server says of the session meanwhile.
  if (session.data.mustSetUpFactor && settingUp !== id) setSettingUp(id);
  if (settingUp === id)
    return (
      <Suspense fallback={<Loading />}>
        <FirstFactorPage
          session={session.data}
          onDone={() => void session.refetch().then(() => setSettingUp(null))}
        />
      </Suspense>
    );
  return (
    <Suspense fallback={<Loading />}>
      <Desk />
    </Suspense>
  );
};
