import type { ReleasePage } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { deedWords } from './deed-words.js';
import { words } from './words.js';

const noteOf = (detail: Readonly<Record<string, unknown>>): string =>
  ['note', 'reason'].flatMap((key) => (typeof detail[key] === 'string' ? [detail[key]] : [])).join('；');

export const Timeline = ({ page }: { page: ReleasePage }) => {
  const text = useWords(words);
  const deeds = useWords(deedWords);
  const { language } = useLanguage();
  return (
    <section className="panel">
      <h2>{text.timeline}</h2>
      <ol className="timeline">
        {page.timeline.map((entry, index) => (
          <li key={index}>
            <time dateTime={entry.at}>{cityTime(entry.at, language)}</time>
            <p>
              <strong>{entry.actor}</strong> {deeds[entry.action] ?? entry.action}
            </p>
            {noteOf(entry.detail) !== '' && <p className="note">{noteOf(entry.detail)}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
};
