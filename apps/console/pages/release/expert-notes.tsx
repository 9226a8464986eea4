import { useQuery } from '@tanstack/react-query';
import { registerQuery } from '../../api/register-questions.js';
import { useWords } from '../../language/language.js';
import { Answer, Failure } from '../../parts/answer.js';
import { words } from './words.js';

/** Which experts explained this release (Art.11); nothing where nobody did. */
export const ExpertNotes = ({ releaseId }: { releaseId: string }) => {
  const text = useWords(words);
  const notes = useQuery(registerQuery('expertInterpretation', { release: releaseId, pageSize: 50 }));
  const asked = (notes.data?.items.length ?? 0) > 0;
  const experts = useQuery({ ...registerQuery('expert', { all: 'true', pageSize: 200 }), enabled: asked });
  return (
    <Answer of={notes} rows={0}>
      {({ items }) =>
        items.length > 0 && (
          <section className="panel">
            <h2>{text.expertNotes}</h2>
            <Failure of={experts} />
            <ul className="line-list">
              {items.map(({ id, detail }) => {
                const expert = experts.data?.items.find((each) => each.id === detail['expertId']);
                return (
                  <li key={id}>
                    <strong>{expert?.detail['name'] ?? text.expert}</strong>
                    <p className="quiet">
                      {[expert?.detail['field'], detail['note']].filter(Boolean).join(' · ')}
                    </p>
                  </li>
                );
              })}
            </ul>
          </section>
        )
      }
    </Answer>
  );
};
