import { useQuery } from '@tanstack/react-query';
import { registerQuery } from '../../api/register-questions.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { words } from './words.js';

/** Which experts explained this release (Art.11); nothing where nobody did. */
export const ExpertNotes = ({ releaseId }: { releaseId: string }) => {
  const text = useWords(words);
  const notes = useQuery(registerQuery('expertInterpretation', { release: releaseId, pageSize: 50 }));
  return (
    <Answer of={notes} rows={0}>
      {({ items }) =>
        items.length > 0 && (
          <section className="panel">
            <h2>{text.expertNotes}</h2>
            <ul className="line-list">
              {items.map(({ id, expert, detail }) => (
                <li key={id}>
                  <strong>{expert?.name ?? text.expert}</strong>
                  <p className="quiet">{[expert?.field, detail['note']].filter(Boolean).join(' · ')}</p>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Answer>
  );
};
