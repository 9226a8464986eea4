import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ReleasePage } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { words } from './words.js';
import { workingCopyQuery } from './working-copy-questions.js';

/** What one typed and never saved is not in the text that one reads here, and would not be handed in with it. */
export const UnsavedCopyNote = ({ page: { release, actions } }: { page: ReleasePage }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const mayEdit = actions.revise.reasons.length === 0;
  const copy = useQuery({ ...workingCopyQuery(release.id), enabled: mayEdit }).data?.copy ?? null;
  if (copy === null) return null;
  return (
    <p className="missing">
      {text.unsavedCopy(cityTime(copy.savedAt, language))}{' '}
      <Link to="/releases/$id/edit" params={{ id: release.id }}>
        {text.unsavedCopyOpen}
      </Link>
    </p>
  );
};
