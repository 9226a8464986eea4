import { Link } from '@tanstack/react-router';
import type { ComponentProps } from 'react';
import type { IncidentView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { Facts } from '../../parts/fact-list.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

/** Times, place and organs of an incident. */
export const FactsPanel = ({ incident }: { incident: IncidentView }) => {
  const { aside, listed } = usePunctuation();
  const text = useWords(words);
  const { language } = useLanguage();
  const time = (at: string | null): string => (at === null ? text.none : cityTime(at, language));
  const { leaderSpoke, parties } = incident;
  const rows: ComponentProps<typeof Facts>['rows'] = [
    [text.occurredAt, time(incident.occurredAt)],
    [text.learnedAt, time(incident.learnedAt)],
    [text.firstReleaseAt, time(incident.firstReleaseAt)],
    [text.conferenceHeldAt, time(incident.conferenceHeldAt)],
    [text.place, incident.place],
    [text.counties, listed(incident.counties.map(({ name }) => name))],
    [text.handling, incident.handling.name],
    ...(parties.length === 0 ? [] : [[text.parties, listed(parties)] as const]),
    [
      text.leaderSpoke,
      leaderSpoke === null ? text.none : text.leader(leaderSpoke.post, leaderSpoke.occasion),
    ],
    ...(incident.opinionFormedAt === null
      ? []
      : [[text.opinionFormedAt, time(incident.opinionFormedAt)] as const]),
    [text.watchUntil, `${time(incident.watchUntil)}${aside(cited(incident.watchArticle, language))}`],
    [
      text.matter,
      <Link key="matter" to="/matters/$id" params={{ id: incident.matterId }}>
        {text.matterLink}
      </Link>,
    ],
  ];
  return (
    <section className="panel">
      <h2>{text.facts}</h2>
      <Facts rows={rows} />
      {incident.closedReason !== null && <p>{text.closed(incident.closedReason)}</p>}
    </section>
  );
};
