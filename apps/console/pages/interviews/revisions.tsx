import type { InterviewView } from '../../api/press-contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { cityTime } from '../../parts/city-time.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { words } from './words.js';

type Change = InterviewView['revisions'][number]['changes'][number];

/** Times and kinds as people read them; everything else is kept in words. */
const useValue = () => {
  const shared = useWords(pressWords);
  const { language } = useLanguage();
  return (field: Change['field'], value: string): string => {
    if (value === '') return '—';
    if (field === 'receivedAt' || field === 'at') return cityTime(value, language);
    if (field === 'via') return shared.vias[value as keyof typeof shared.vias];
    if (field === 'form') return shared.forms[value as keyof typeof shared.forms];
    return value;
  };
};

/** What was changed, by whom, when and why, the oldest first. */
export const Revisions = ({ interview: { revisions } }: { readonly interview: InterviewView }) => {
  const { labelled } = usePunctuation();
  const text = useWords(words);
  const shared = useWords(pressWords);
  const { language } = useLanguage();
  const value = useValue();
  if (revisions.length === 0) return null;
  const nameOf = (field: Change['field']): string =>
    field === 'outlet' || field === 'reporter' || field === 'matter' ? shared[field] : text[field];
  return (
    <section className="panel">
      <h2>{text.revisions}</h2>
      <ol className="line-list">
        {revisions.map(({ by, at, reason, changes }) => (
          <li key={at}>
            <strong>{reason}</strong>{' '}
            <span className="quiet">
              {by.name} · {cityTime(at, language)}
            </span>
            {changes.map(({ field, from, to }) => (
              <p key={field}>
                {labelled(nameOf(field), '')}
                <del>{value(field, from)}</del> → {value(field, to)}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
};
