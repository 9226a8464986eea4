import { Explanation } from '../../parts/explanation.js';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { FindingGroupView } from '../../api/contract.js';
import { findingGroupQuery } from '../../api/questions.js';
import { matterQuery } from '../../api/duty-questions.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useLanguage, useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { DutyList } from '../../parts/duty-list.js';
import { FindingStateTag } from '../../parts/finding-state.js';
import { LineText } from '../../parts/line-text.js';
import { MatterClock } from '../../parts/matter-clock.js';
import { Page } from '../../parts/page.js';
import { PageAnswer } from '../../parts/page-answer.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { GroupBar } from './group-bar.js';
import { GroupFacts } from './group-facts.js';
import { words } from './words.js';

const route = getRouteApi('/conflicts/groups/$id');

/** What was agreed on the matter, beside what the texts say. */
const Agreed = ({ id }: { id: string }) => {
  const text = useWords(words);
  const matter = useQuery(matterQuery(id));
  return (
    <section className="panel">
      <div className="panel-head">
        <h2>{text.agreed}</h2>
        <Link to="/matters/$id" params={{ id }}>
          {text.openMatter}
        </Link>
      </div>
      <Answer of={matter} rows={2}>
        {(read) => (
          <>
            <p>
              <MatterClock matter={read} />
            </p>
            {read.lines.length === 0 && <p className="quiet">{text.nothingAgreed}</p>}
            <ul className="line-list">
              {read.lines.map((line) => (
                <li key={line.lineId}>
                  <LineText line={line} />
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  );
};

const Texts = ({ group }: { group: FindingGroupView }) => {
  const text = useWords(words);
  const { states } = useWords(releaseWords);
  const { language } = useLanguage();
  if (group.releases.length === 0) return null;
  return (
    <section className="panel">
      <h2>{text.texts}</h2>
      <ul className="line-list">
        {group.releases.map((release, index) => (
          <li key={release.id}>
            <span className="side">{text.side(index)}</span>{' '}
            <Link to="/releases/$id" params={{ id: release.id }}>
              {release.title}
            </Link>
            <p className="quiet">
              {release.organ.name} · {states[release.state]}
              {release.releasedAt !== null && ` · ${cityTime(release.releasedAt, language)}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Findings = ({ group }: { group: FindingGroupView }) => {
  const text = useWords(words);
  const { kinds, rulings } = useWords(conflictWords);
  return (
    <section className="panel">
      <h2>{text.findings(group.findings.length)}</h2>
      <ul className="finding-list">
        {group.findings.map((finding) => (
          <li key={finding.id}>
            <Link to="/conflicts/$id" params={{ id: finding.id }} className="title-link">
              {kinds[finding.kind]}
            </Link>{' '}
            <FindingStateTag finding={finding} />
            {finding.ruling !== null && finding.state === 'ruled' && (
              <small className="quiet">
                {' '}
                {rulings[finding.ruling.ruling]}
                {finding.ruling.remembered && ` · ${text.remembered}`}
              </small>
            )}
            <p>
              <Explanation of={finding} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Whole = ({ group }: { group: FindingGroupView }) => {
  const { listed } = usePunctuation();
  const text = useWords(words);
  const { kinds } = useWords(conflictWords);
  const what = listed(group.kinds.map(({ kind, count }) => text.kindCount(kinds[kind], count)));
  return (
    <Page
      title={group.title}
      crumbs={<Link to="/conflicts">{text.title}</Link>}
      lead={
        <>
          <FindingStateTag finding={group} /> <span>{what}</span>
        </>
      }
    >
      <GroupFacts group={group} />
      <DutyList duties={group.duties.filter(({ endedAt }) => endedAt === null)} />
      <div className="group-columns">
        <Findings group={group} />
        <div>
          {group.matter !== null && <Agreed id={group.matter.id} />}
          <Texts group={group} />
        </div>
      </div>
      <GroupBar group={group} />
    </Page>
  );
};

export const GroupPage = () => {
  const { id } = route.useParams();
  const group = useQuery(findingGroupQuery(id));
  return <PageAnswer of={group}>{(read) => <Whole group={read} />}</PageAnswer>;
};
