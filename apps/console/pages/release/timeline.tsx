import type { ReleasePage } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { deedWords } from './deed-words.js';
import { recordOf, type RecordEntry } from './record.js';
import { RemarkForm } from './remark-form.js';
import { remarkWords } from './remark-words.js';
import { words } from './words.js';

const noteOf = (detail: Readonly<Record<string, unknown>>): string =>
  ['note', 'reason'].flatMap((key) => (typeof detail[key] === 'string' ? [detail[key]] : [])).join(' · ');

interface ToldEntry {
  readonly at: string;
  readonly actor: string;
  readonly what: string;
  readonly note: string;
  readonly className: string;
}

const useTold = (): ((entry: RecordEntry) => ToldEntry) => {
  const deeds = useWords(deedWords);
  const { remarked } = useWords(remarkWords);
  return (entry) => {
    if ('remark' in entry) {
      const { at, by, version, text } = entry.remark;
      return { at, actor: by.name, what: remarked(version), note: text, className: 'remark' };
    }
    const { at, actor, action, detail } = entry.deed;
    return { at, actor, what: deeds[action] ?? action, note: noteOf(detail), className: '' };
  };
};

/** What was done to the release and what was said about it, in the order of time. */
export const Timeline = ({ page }: { page: ReleasePage }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const toldOf = useTold();
  return (
    <section className="panel" id="timeline" aria-label={text.timeline}>
      <h2>{text.timeline}</h2>
      <ol className="timeline">
        {recordOf(page)
          .map(toldOf)
          .map(({ at, actor, what, note, className }, index) => (
            <li key={index} className={className}>
              <time dateTime={at}>{cityTime(at, language)}</time>
              <p>
                <strong>{actor}</strong> {what}
              </p>
              {note !== '' && <p className="note">{note}</p>}
            </li>
          ))}
      </ol>
      <RemarkForm page={page} />
    </section>
  );
};
