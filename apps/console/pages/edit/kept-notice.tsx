import { Alert, Button } from 'antd';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import type { Draft } from './use-draft.js';
import { words } from './words.js';

/** What this browser kept from an earlier time: the person says what becomes of it. */
export const KeptNotice = ({ draft: { found, revision, bringBack, throwAway } }: { draft: Draft }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (found === null) return null;
  const older = revision !== null && found.revision !== revision;
  return (
    <Alert
      type="info"
      showIcon
      role="alert"
      className="kept-notice"
      title={text.kept(cityTime(found.at, language))}
      description={
        <>
          <p>{text.keptText(found.form.title.trim(), found.form.body.trim().length)}</p>
          {older && <p>{text.keptOlder}</p>}
          <div className="action-row">
            <Button type="primary" onClick={bringBack}>
              {text.keptBringBack}
            </Button>
            <Button onClick={throwAway}>{text.keptThrowAway}</Button>
          </div>
        </>
      }
    />
  );
};

/** That there is something unsaved, and whether closing the lid would lose it. */
export const UnsavedNote = ({ draft: { dirty, keptAt } }: { draft: Draft }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (!dirty) return null;
  return (
    <span className="quiet">
      {text.unsaved}
      {keptAt !== null && ` · ${text.keptHere(cityTime(keptAt, language))}`}
    </span>
  );
};
