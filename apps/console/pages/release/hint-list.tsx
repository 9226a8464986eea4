import type { HintView, ReleasePage } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { StateTag } from '../../parts/state-tag.js';
import { TraceList } from '../../parts/trace-list.js';
import { words } from './words.js';

interface HintListProps {
  readonly hints: readonly HintView[];
  readonly traces: ReleasePage['traces'];
}

/** What the scan found in the text, and what the files said beside their content: a help for the reviewer, never a decision. */
export const HintList = ({ hints, traces }: HintListProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (hints.length === 0 && traces.length === 0) return null;
  return (
    <div className="hints" role="note">
      {hints.length > 0 && <p>{text.hintLead}</p>}
      <ul>
        {hints.map((hint) => (
          <li key={`${hint.place?.zh} ${hint.start} ${hint.kind}`}>
            <StateTag tone="warning">{text.hints[hint.kind] ?? hint.kind}</StateTag> <mark>{hint.text}</mark>{' '}
            {hint.place !== null && <span>{text.hintPlace(hint.place[language])}</span>}{' '}
            {language === 'zh' ? hint.message : hint.messageEn}
          </li>
        ))}
      </ul>
      {traces.map(({ file, picture, traces: found }) => (
        <section key={`${picture} ${file}`}>
          <p>{picture ? text.pictureTraces(file) : text.documentTraces(file)}</p>
          <TraceList traces={found} />
        </section>
      ))}
    </div>
  );
};
