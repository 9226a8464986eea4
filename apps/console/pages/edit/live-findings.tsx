import { Explanation } from '../../parts/explanation.js';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import type { AccountView, LiveCheck } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { sidesOf } from './draft-side.js';
import { factSpans } from './fact-spans.js';
import type { LiveChecking } from './use-live-check.js';
import { words } from './words.js';

type Live = LiveCheck['findings'][number];

const tones: Readonly<Record<Live['severity'], Tone>> = { block: 'error', warn: 'warning', info: 'info' };

interface FindingProps {
  readonly finding: Live;
  /** What people call where it stands: a channel account's words are named by its id. */
  readonly nameOf: (source: string) => string;
  /** The caret stands in the words that it contradicts. */
  readonly isOpen: boolean;
  /** Absent where it stands nowhere in the body: in the title, an attachment, the words for a channel. */
  readonly onShow?: (() => void) | undefined;
}

const Facts = ({ finding, nameOf }: Pick<FindingProps, 'finding' | 'nameOf'>) => {
  const text = useWords(words);
  const { attributes } = useWords(conflictWords);
  const against = {
    text: text.liveTheirs,
    line: text.liveLine,
    answer: text.liveAnswer,
    itself: text.liveItself,
  };
  return (
    <ul className="live-facts">
      {finding.facts.map((fact) => {
        const { attribute } = fact;
        const { ours, theirs, against: kind } = sidesOf(fact, finding.releases);
        return (
          <li key={`${attribute} ${ours.start} ${theirs.value}`}>
            <strong>{attributes[attribute] ?? attribute}</strong>
            <span>
              {text.liveOurs} <b className="live-ours">{ours.value}</b>
            </span>
            <span>
              {kind === 'itself' && theirs.source !== undefined ? nameOf(theirs.source) : against[kind]}{' '}
              <b>{theirs.value}</b>
            </span>
            <small className="quiet">{theirs.text}</small>
          </li>
        );
      })}
    </ul>
  );
};

const Finding = ({ finding, nameOf, isOpen, onShow }: FindingProps) => {
  const text = useWords(words);
  const { kinds, severities } = useWords(conflictWords);
  const ref = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpen) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);
  return (
    <li ref={ref} className={isOpen ? 'live-finding live-open' : 'live-finding'} aria-current={isOpen}>
      <p>
        <StateTag tone={tones[finding.severity]}>{severities[finding.severity]}</StateTag>{' '}
        <strong>{kinds[finding.kind]}</strong>{' '}
        {onShow !== undefined && (
          <button type="button" className="link-button" onClick={onShow}>
            {text.liveShow}
          </button>
        )}
      </p>
      {finding.releases.map((release) => (
        <p key={release.id}>
          <Link to="/releases/$id" params={{ id: release.id }} target="_blank">
            {release.organ.shortName}《{release.title}》
          </Link>
        </p>
      ))}
      {finding.facts.length > 0 ? (
        <Facts finding={finding} nameOf={nameOf} />
      ) : (
        <p className="quiet">
          <Explanation of={finding} />
        </p>
      )}
    </li>
  );
};

interface LiveFindingsProps {
  readonly live: LiveChecking;
  readonly accounts: readonly AccountView[];
  /** The place of the finding in whose words the caret stands. */
  readonly open: number | null;
  readonly onShow: (finding: number) => void;
}

/** What the text contradicts, while it is being written. */
export const LiveFindings = ({
  live: { checked, busy, failed },
  accounts,
  open,
  onShow,
}: LiveFindingsProps) => {
  const text = useWords(words);
  const answer = checked?.answer;
  const nameOf = (source: string): string => accounts.find(({ id }) => id === source)?.name ?? source;
  const underlined = new Set(checked === null ? [] : factSpans(checked).map(({ finding }) => finding));
  return (
    <section className="panel live" aria-label={text.live} aria-busy={busy}>
      <div className="panel-head">
        <h2>{text.live}</h2>
        <small className="quiet" role="status">
          {busy ? text.liveBusy : failed ? text.liveFailed : ''}
        </small>
      </div>
      {answer === undefined ? (
        <p className="quiet">{text.liveEmpty}</p>
      ) : (
        <>
          <p className="quiet">{text.liveAgainst(answer.facts.length, answer.checkedAgainst)}</p>
          <div aria-live="polite">
            {answer.findings.length === 0 ? (
              <p>{text.liveNone}</p>
            ) : (
              <ul className="live-findings">
                {answer.findings.map((finding, index) => (
                  <Finding
                    key={index}
                    finding={finding}
                    nameOf={nameOf}
                    isOpen={open === index}
                    onShow={underlined.has(index) ? () => onShow(index) : undefined}
                  />
                ))}
              </ul>
            )}
          </div>
        </>
      )}
    </section>
  );
};
