import { Link } from '@tanstack/react-router';
import type { LiveCheck } from '../../api/contract.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useWords } from '../../language/language.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { sidesOf } from './draft-side.js';
import type { LiveChecking } from './use-live-check.js';
import { words } from './words.js';

type Live = LiveCheck['findings'][number];

const tones: Readonly<Record<Live['severity'], Tone>> = { block: 'error', warn: 'warning', info: 'info' };

const Facts = ({ finding }: { finding: Live }) => {
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
              {(kind === 'itself' ? theirs.source : undefined) ?? against[kind]} <b>{theirs.value}</b>
            </span>
            <small className="quiet">{theirs.text}</small>
          </li>
        );
      })}
    </ul>
  );
};

const Finding = ({ finding }: { finding: Live }) => {
  const { kinds, severities } = useWords(conflictWords);
  return (
    <li className="live-finding">
      <p>
        <StateTag tone={tones[finding.severity]}>{severities[finding.severity]}</StateTag>{' '}
        <strong>{kinds[finding.kind]}</strong>
      </p>
      {finding.releases.map((release) => (
        <p key={release.id}>
          <Link to="/releases/$id" params={{ id: release.id }} target="_blank">
            {release.organ.shortName}《{release.title}》
          </Link>
        </p>
      ))}
      {finding.facts.length > 0 ? (
        <Facts finding={finding} />
      ) : (
        <p className="quiet">{finding.explanation}</p>
      )}
    </li>
  );
};

/** What the text contradicts, while it is being written. */
export const LiveFindings = ({ live: { checked, busy, failed } }: { live: LiveChecking }) => {
  const text = useWords(words);
  const answer = checked?.answer;
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
                  <Finding key={index} finding={finding} />
                ))}
              </ul>
            )}
          </div>
        </>
      )}
    </section>
  );
};
