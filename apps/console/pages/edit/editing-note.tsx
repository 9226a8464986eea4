import { TeamOutlined } from '@ant-design/icons';
import type { EditingView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { words } from './words.js';

/** Who else has this release open for editing; nobody is kept out, and nothing of theirs is overwritten. */
export const EditingNote = ({ others }: { others: EditingView['others'] }) => {
  const text = useWords(words);
  return (
    <div aria-live="polite">
      {others.length > 0 && (
        <p className="editing-note">
          <TeamOutlined aria-hidden="true" />{' '}
          {text.alsoEditing(others.map(({ name }) => name).join(text.listed))}
        </p>
      )}
    </div>
  );
};
