import { Button } from 'antd';
import { useState } from 'react';
import type { ReleasePage } from '../../api/contract.js';
import { useSession } from '../../api/session.js';
import { useWords } from '../../language/language.js';
import { EmbargoDialog } from './embargo-dialog.js';
import { useDeed } from './use-release-actions.js';
import { words } from './words.js';

/** While a release waits for its hour, who speaks for the organ may send it ahead to accredited media. */
export const EmbargoButton = ({ page }: { page: ReleasePage }) => {
  const text = useWords(words);
  const deed = useDeed(page);
  /** Of the text that was shown when the dialog opened: the page reads on behind it. */
  const [digest, setDigest] = useState<string | null>(null);
  const speaks = useSession().data?.roles.some(
    ({ role }) => role === 'spokesperson' || role === 'coordinator',
  );
  if (page.release.state !== 'scheduled' || speaks !== true) return null;
  return (
    <>
      <Button onClick={() => setDigest(page.release.digest)}>{text.embargo}</Button>
      {digest !== null && (
        <EmbargoDialog
          busy={deed.isPending}
          error={deed.error}
          onDo={(mailingListIds) =>
            deed.mutate(
              { path: 'embargoed-copies', body: { digest, mailingListIds } },
              { onSuccess: () => setDigest(null) },
            )
          }
          onClose={() => setDigest(null)}
        />
      )}
    </>
  );
};
