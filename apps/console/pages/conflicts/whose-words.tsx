import { useWords } from '../../language/language.js';
import { words } from './words.js';

interface Said {
  readonly source?: string | null;
  readonly quoted?: string | null;
}

/** To whom an organ said it and when, or on which site. */
export const ToldTo = ({ source }: Pick<Said, 'source'>) => <small className="whose-words">{source}</small>;

/** Whether a text speaks for itself or quotes another organ, and where beside the text it stands. */
export const WhoseWords = ({ source, quoted }: Said) => {
  const text = useWords(words);
  const whose = quoted == null ? text.ownCount : text.quotedFrom(quoted);
  return (
    <small className="whose-words">{source == null ? whose : `${text.standsIn(source)} · ${whose}`}</small>
  );
};
