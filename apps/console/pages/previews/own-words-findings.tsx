import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { StateTag } from '../../parts/state-tag.js';
import type { LiveChecking } from '../edit/use-live-check.js';
import { words } from './words.js';

interface OwnWordsFindingsProps {
  readonly live: LiveChecking;
  readonly accountId: string;
}

/** Where the channel's words depart from the common text, fact by fact, while they are typed. */
export const OwnWordsFindings = ({ live, accountId }: OwnWordsFindingsProps) => {
  const text = useWords(words);
  const { attributes } = useWords(conflictWords);
  const facts = (live.checked?.answer.findings ?? [])
    .flatMap((finding) => finding.facts)
    .filter(({ b }) => b.source === accountId);
  return (
    <div aria-live="polite">
      {facts.length > 0 && (
        <div className="finding-note">
          <StateTag tone="error">{text.ownAgainst}</StateTag>
          <ul className="own-facts">
            {facts.map(({ attribute, a, b }) => (
              <li key={`${attribute} ${a.start} ${b.start}`}>
                <strong>{attributes[attribute] ?? attribute}</strong> {text.ownFact(b.value, a.value)}{' '}
                <small className="quiet">{a.text}</small>
              </li>
            ))}
          </ul>
        </div>
      )}
      {facts.length === 0 && live.failed && <p className="quiet">{text.ownUnchecked}</p>}
    </div>
  );
};
