import { ClockCircleOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import type { InterviewState, InterviewSummary } from '../../api/press-contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { cityTime } from '../../parts/city-time.js';
import { RowClocks } from '../../parts/clock-basis.js';
import { StateTag, type Tone } from '../../parts/state-tag.js';
import { usePhone } from '../../parts/use-media.js';
import { words as shared } from '../../parts/words.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { words } from './words.js';

interface RowProps {
  readonly interview: InterviewSummary;
}

const tones: Readonly<Record<InterviewState, Tone>> = {
  received: 'warning',
  accepted: 'info',
  arranged: 'info',
  held: 'success',
  refused: 'error',
  closed: 'quiet',
};

export const InterviewStanding = ({ interview }: RowProps) => {
  const text = useWords(words);
  const { states } = useWords(pressWords);
  return (
    <>
      <StateTag tone={tones[interview.state]}>{states[interview.state]}</StateTag>
      {interview.refusalProposed && <p className="quiet">{text.refusalWaits}</p>}
    </>
  );
};

/** How long it has waited, red beyond the city's alarm; the end of the clock where the city set one. */
export const InterviewAge = ({ interview }: RowProps) => {
  const { aside } = usePunctuation();
  const text = useWords(words);
  const general = useWords(shared);
  const { language } = useLanguage();
  const { alarm, ageHours, repliedAt, dueAt, paused, state } = interview;
  return (
    <>
      {alarm ? (
        <StateTag tone="error">
          <ClockCircleOutlined aria-hidden /> {text.overdue(ageHours)}
        </StateTag>
      ) : (
        <span className="quiet">
          {repliedAt === null ? state === 'received' && text.waited(ageHours) : text.answeredIn(ageHours)}
        </span>
      )}
      {dueAt !== null && (
        <>
          <p className="quiet">
            {text.due(cityTime(dueAt, language))}
            {paused && aside(general.paused)}
          </p>
          <RowClocks kind="interview" id={interview.id} name={interview.subject} />
        </>
      )}
    </>
  );
};

const Name = ({ interview }: RowProps) => (
  <>
    <Link to="/interviews/$id" params={{ id: interview.id }} className="title-link">
      {interview.subject}
    </Link>
    {interview.matter !== null && <p className="quiet">{interview.matter.title}</p>}
  </>
);

const From = ({ interview }: RowProps) => (
  <>
    {interview.outlet.name}
    {interview.reporter !== null && <p className="quiet">{interview.reporter.name}</p>}
  </>
);

export const InterviewTable = ({ interviews }: { interviews: readonly InterviewSummary[] }) => {
  const text = useWords(words);
  if (usePhone())
    return (
      <ul className="cards">
        {interviews.map((interview) => (
          <li key={interview.id} className="card">
            <Name interview={interview} />
            <div>
              <InterviewStanding interview={interview} /> <InterviewAge interview={interview} />
            </div>
            <p className="quiet">
              {interview.organ.shortName} · {interview.outlet.name}
              {interview.reporter !== null && ` · ${interview.reporter.name}`}
            </p>
          </li>
        ))}
      </ul>
    );
  return (
    <div className="table-frame">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">{text.subject}</th>
            <th scope="col">{text.asked}</th>
            <th scope="col">{text.from}</th>
            <th scope="col">{text.state}</th>
            <th scope="col">{text.age}</th>
          </tr>
        </thead>
        <tbody>
          {interviews.map((interview) => (
            <tr key={interview.id}>
              <td>
                <Name interview={interview} />
              </td>
              <td>{interview.organ.shortName}</td>
              <td>
                <From interview={interview} />
              </td>
              <td>
                <InterviewStanding interview={interview} />
              </td>
              <td>
                <InterviewAge interview={interview} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};
