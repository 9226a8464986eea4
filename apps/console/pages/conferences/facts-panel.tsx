import { Link } from '@tanstack/react-router';
import type { ConferenceView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { StateTag } from '../../parts/state-tag.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

/** What is registered: time, place, content and speakers; name and host as Art.30 lays them down. */
export const FactsPanel = ({ conference }: { conference: ConferenceView }) => {
  const { aside, listed } = usePunctuation();
  const text = useWords(words);
  const { language } = useLanguage();
  const firm = conference.venue?.firm === true && conference.venue.place === conference.place;
  const rows: readonly (readonly [string, string])[] = [
    [text.when, cityTime(conference.startsAt, language)],
    [text.place, `${conference.place}${firm ? aside(text.venueFirm) : ''}`],
    [text.heldAs, `${conference.name}${aside(cited(conference.article, language))}`],
    [text.host, conference.host],
    [text.organ, conference.organ.name],
    ...(conference.joint.length === 0
      ? []
      : [[text.joint, listed(conference.joint.map(({ name }) => name))] as const]),
    ...(conference.justification === '' ? [] : [[text.justification, conference.justification] as const]),
  ];
  return (
    <section className="panel">
      <dl className="conference-facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        {conference.incidentId !== null && (
          <div>
            <dt>{text.incident}</dt>
            <dd>
              <Link to="/incidents/$id" params={{ id: conference.incidentId }}>
                {text.incidentLink}
              </Link>
            </dd>
          </div>
        )}
      </dl>
      <h2>{text.content}</h2>
      <p className="conference-content">{conference.content}</p>
      <h2>{text.speakers}</h2>
      <ul className="line-list">
        {conference.speakers.map((speaker) => (
          <li key={`${speaker.organId} ${speaker.name}`}>
            {speaker.name} · {speaker.organ.shortName}
            {speaker.post} <span className="quiet">{text.capacities[speaker.capacity]}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};

/** Art.33 against the plan. */
export const LimitsPanel = ({ conference }: { conference: ConferenceView }) => {
  const { labelled } = usePunctuation();
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <section className="panel">
      <h2>{text.limits}</h2>
      <ul className="conference-clocks">
        {conference.limits.map((limit) => (
          <li key={limit.name}>
            {labelled(language === 'zh' ? limit.title : limit.titleEn, '')}
            <strong>{limit.planned}</strong>{' '}
            <span className="quiet">
              {text.limitOf(limit.limit)} · {cited(limit.article, language)}
            </span>
            {limit.exceeded && (
              <p>
                <StateTag tone="warning">{text.over}</StateTag>{' '}
                {limit.reason === '' ? text.noReason : limit.reason}
              </p>
            )}
          </li>
        ))}
        <li>
          {labelled(text.questions, '')}
          <strong>{conference.questionSession ? text.yes : text.no}</strong>
        </li>
      </ul>
    </section>
  );
};
