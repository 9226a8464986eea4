import { useLanguage, useWords } from '../../language/language.js';
import { Quoting } from '../../parts/quoting.js';
import { words } from './words.js';

interface Said {
  readonly source?: string | null;
  readonly sourceEn?: string | null;
  readonly quoted?: string | null;
}

/** To whom an organ said it and when, or on which site. */
export const ToldTo = ({ source, sourceEn }: Pick<Said, 'source' | 'sourceEn'>) => {
  const { language } = useLanguage();
  return (
    <small className="whose-words">
      <Quoting>{(language === 'en' ? sourceEn : null) ?? source ?? ''}</Quoting>
    </small>
  );
};

/** Whether a text speaks for itself or quotes another organ, and where beside the text it stands. */
export const WhoseWords = ({ source, sourceEn, quoted }: Said) => {
  const { language } = useLanguage();
  const place = (language === 'en' ? sourceEn : null) ?? source;
  const text = useWords(words);
  const whose = quoted == null ? text.ownCount : text.quotedFrom(quoted);
  return (
    <small className="whose-words">
      <Quoting>{place == null ? whose : `${text.standsIn(place)} · ${whose}`}</Quoting>
    </small>
  );
};
