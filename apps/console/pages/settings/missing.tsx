import { useQuery } from '@tanstack/react-query';
import { missingQuery } from '../../api/questions.js';
import { useWords } from '../../language/language.js';
import { registerWords } from './register-words.js';

/** Who owes an entry and has not made it. */
export const Missing = ({ register }: { register: 'workflow' | 'noPayment' }) => {
  const text = useWords(registerWords);
  const missing = useQuery(missingQuery(register)).data;
  if (missing === undefined) return null;
  if (missing.items.length === 0) return <p className="quiet">{text.allDone(missing.asked)}</p>;
  return (
    <details className="owing">
      <summary>{text.missing(missing.items.length, missing.asked)}</summary>
      <p>{missing.items.map(({ shortName }) => shortName).join('、')}</p>
    </details>
  );
};
