import type { HintView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';

/** What the scan found: a help for the reviewer, never a decision. */
export const HintList = ({ hints }: { hints: readonly HintView[] }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (hints.length === 0) return null;
  return (
    <div className="hints" role="note">
      <p>{text.hintLead}</p>
      <ul>
        {hints.map((hint) => (
          <li key={`${hint.start} ${hint.kind}`}>
            <StateTag tone="warning">{text.hints[hint.kind] ?? hint.kind}</StateTag> <mark>{hint.text}</mark>{' '}
            {language === 'zh' ? hint.message : hint.messageEn}
          </li>
        ))}
      </ul>
    </div>
  );
};
