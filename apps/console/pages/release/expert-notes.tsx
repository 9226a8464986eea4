import { useQuery } from '@tanstack/react-query';
import { registerQuery } from '../../api/questions.js';
import { useWords } from '../../language/language.js';
import { words } from './words.js';

/** Which experts explained this release (Art.11); nothing where nobody did. */
export const ExpertNotes = ({ releaseId }: { releaseId: string }) => {
  const text = useWords(words);
  const notes = useQuery(registerQuery('expertInterpretation', { release: releaseId, pageSize: 50 })).data
    ?.items;
  const asked = notes !== undefined && notes.length > 0;
  const experts = useQuery({
    ...registerQuery('expert', { all: 'true', pageSize: 200 }),
    enabled: asked,
  }).data;
  if (!asked) return null;
  return (
    <section className="panel">
      <h2>{text.expertNotes}</h2>
      <ul className="line-list">
        {notes.map(({ id, detail }) => {
          const expert = experts?.items.find((each) => each.id === detail['expertId']);
          return (
            <li key={id}>
              <strong>{expert?.detail['name'] ?? text.expert}</strong>
              <p className="quiet">{[expert?.detail['field'], detail['note']].filter(Boolean).join(' · ')}</p>
            </li>
          );
        })}
      </ul>
    </section>
  );
};
