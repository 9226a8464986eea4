import { plainText } from '@koujing/block';
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
      title={(found.isHere ? text.kept : text.keptThere)(cityTime(found.at, language))}
      description={
        <>
          <p>{text.keptText(found.form.title.trim(), plainText(found.form.blocks).length)}</p>
          {older && <p>{text.keptOlder}</p>}
          <div className="action-row">
            <Button type="primary" onClick={bringBack}>
              {text.keptBringBack}
            </Button>
            <Button onClick={() => void throwAway()}>{text.keptThrowAway}</Button>
          </div>
        </>
      }
    />
  );
};

/** That there is something unsaved, and where it is kept meanwhile: what is kept is no version yet. */
export const UnsavedNote = ({ draft: { dirty, keptAt, autosave } }: { draft: Draft }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (!dirty) return null;
  const { savedAt, reasons } = autosave;
  const refused = reasons
    .map(({ message, messageEn }) => (language === 'zh' ? message : messageEn))
    .join(' ');
  return (
    <span className="quiet" role="status">
      {savedAt === null ? text.unsaved : text.autosaved(cityTime(savedAt, language))}
      {refused !== '' && ` · ${text.autosaveFailed(refused)}`}
      {keptAt !== null && ` · ${text.keptHere(cityTime(keptAt, language))}`}
    </span>
  );
};
