import { useState } from 'react';
import type { ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { EmbargoDialog } from './embargo-dialog.js';
import { useDeed } from './use-release-actions.js';
import { words } from './words.js';

/** While a release waits for its hour it may be sent ahead to accredited media, by whom the server says. */
export const EmbargoButton = ({ page }: { page: ReleasePage }) => {
  const text = useWords(words);
  const deed = useDeed(page);
  /** Of the text that was shown when the dialog opened: the page reads on behind it. */
  const [digest, setDigest] = useState<string | null>(null);
  if (page.release.state !== 'scheduled') return null;
  return (
    <>
      <ReasonedButton
        label={text.actions.sendEmbargoedCopies}
        reasons={page.actions.sendEmbargoedCopies.reasons}
        onClick={() => setDigest(page.release.digest)}
      />
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
