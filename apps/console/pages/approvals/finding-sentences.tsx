import { Explanation } from '../../parts/explanation.js';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { FindingSummary, FindingView } from '../../api/contract.js';
import { findingQuery } from '../../api/questions.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { FindingStateTag } from '../../parts/finding-state.js';
import { words } from './words.js';

/** More of them are compared on the page of the conflict. */
const mostFacts = 4;

/** Whose words they are: an organ's name, or the agreed line. */
const speakerOf = (finding: FindingView, release: string): string =>
  finding.releases.find(({ id }) => id === release)?.organ.shortName ?? finding.matter?.title ?? '';

const Facts = ({ finding }: { finding: FindingView }) => {
  const { attributes } = useWords(conflictWords);
  return (
    <ul className="said-facts">
      {finding.facts.slice(0, mostFacts).map(({ attribute, a, b }) => (
        <li key={`${attribute} ${a.start} ${b.start}`}>
          <strong>{attributes[attribute] ?? attribute}</strong>
          {[a, b].map((side, index) => (
            <p key={index}>
              <span className="side">{speakerOf(finding, side.release)}</span> {side.text}
            </p>
          ))}
        </li>
      ))}
    </ul>
  );
};

/** A conflict that is not settled, with the sentences that disagree. */
export const FindingSentences = ({ finding }: { finding: FindingSummary }) => {
  const text = useWords(words);
  const { kinds } = useWords(conflictWords);
  const whole = useQuery(findingQuery(finding.id));
  return (
    <li>
      <Link to="/conflicts/$id" params={{ id: finding.id }}>
        {kinds[finding.kind]}
      </Link>{' '}
      <FindingStateTag finding={finding} />
      <p>
        <Explanation of={finding} />
      </p>
      <Answer of={whole} rows={2}>
        {(read) =>
          read.facts.length === 0 ? null : (
            <details open={finding.severity === 'block'}>
              <summary>{text.sentences}</summary>
              <Facts finding={read} />
            </details>
          )
        }
      </Answer>
    </li>
  );
};
