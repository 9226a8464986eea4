import { useQuery } from '@tanstack/react-query';
import { missingQuery } from '../../api/register-questions.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { registerWords } from './register-words.js';

/** Who owes an entry and has not made it. */
export const Missing = ({ register }: { register: 'workflow' | 'noPayment' }) => {
  const { listed } = usePunctuation();
  const text = useWords(registerWords);
  const missing = useQuery(missingQuery(register));
  return (
    <Answer of={missing} rows={0}>
      {({ items, asked }) =>
        items.length === 0 ? (
          <p className="quiet">{text.allDone(asked)}</p>
        ) : (
          <details className="owing">
            <summary>{text.missing(items.length, asked)}</summary>
            <p>{listed(items.map(({ shortName }) => shortName))}</p>
          </details>
        )
      }
    </Answer>
  );
};
