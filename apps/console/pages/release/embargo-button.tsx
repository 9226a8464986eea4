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
  const [open, setOpen] = useState(false);
  const speaks = useSession().data?.roles.some(
    ({ role }) => role === 'spokesperson' || role === 'coordinator',
  );
  if (page.release.state !== 'scheduled' || speaks !== true) return null;
  const { digest } = page.release;
  return (
    <>
      <Button onClick={() => setOpen(true)}>{text.embargo}</Button>
      {open && (
        <EmbargoDialog
          busy={deed.isPending}
          error={deed.error}
          onDo={(mailingListIds) =>
            deed.mutate(
              { path: 'embargoed-copies', body: { digest, mailingListIds } },
              { onSuccess: () => setOpen(false) },
            )
          }
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
};
