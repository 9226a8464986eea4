import { Explanation } from '../../parts/explanation.js';
import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import type { FindingView } from '../../api/contract.js';
import { findingQuery } from '../../api/questions.js';
import { conflictWords } from '../../language/conflict-words.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { DutyList } from '../../parts/duty-list.js';
import { FindingStateTag } from '../../parts/finding-state.js';
import { Page } from '../../parts/page.js';
import { PageAnswer } from '../../parts/page-answer.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { FactTable } from './fact-table.js';
import { numberedFacts } from './numbered-facts.js';
import { RulingBar } from './ruling-bar.js';
import { OutsideTexts, TextPanels } from './text-panels.js';
import { useSteps } from './use-steps.js';
import { words } from './words.js';

const route = getRouteApi('/conflicts/$id');

const Rulings = ({ finding }: { finding: FindingView }) => {
  const { aside, labelled } = usePunctuation();
  const text = useWords(words);
  const { rulings } = useWords(conflictWords);
  const { language } = useLanguage();
  if (finding.rulings.length === 0) return null;
  return (
    <section className="panel">
      <h2>{text.ruled}</h2>
      <ul className="signatures">
        {finding.rulings.map((ruling) => (
          <li key={ruling.ruledAt} className={ruling.stands ? 'signature' : 'signature signature-void'}>
            <strong>{rulings[ruling.ruling]}</strong>
            {ruling.leadOrgan !== null && aside(labelled(text.leadOrgan, ruling.leadOrgan.name))}
            <p className="note">{ruling.reason}</p>
            <p className="quiet">
              {text.ruledBy(ruling.ruledBy.name, cityTime(ruling.ruledAt, language))}
              {ruling.remembered && ` · ${text.remembered}`}
              {!ruling.stands && ` · ${text.fallen}`}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Whole = ({ finding }: { finding: FindingView }) => {
  const { labelled } = usePunctuation();
  const text = useWords(words);
  const { kinds } = useWords(conflictWords);
  const facts = numberedFacts(finding);
  const { at, goTo } = useSteps(facts.length);
  const settled = finding.state === 'ruled' || finding.state === 'closed';
  const step = (by: number): void => goTo(((at - 1 + by + facts.length) % facts.length) + 1);
  const title =
    facts.length === 0
      ? kinds[finding.kind]
      : labelled(kinds[finding.kind], text.contradictions(facts.length));
  return (
    <Page
      title={title}
      crumbs={
        <>
          <Link to="/conflicts">{text.title}</Link> /{' '}
          <Link to="/conflicts/groups/$id" params={{ id: finding.groupId }}>
            {text.group}
          </Link>
        </>
      }
      lead={
        <>
          <FindingStateTag finding={finding} />{' '}
          <span>{facts.length === 0 ? <Explanation of={finding} /> : text.sameMatter}</span>
        </>
      }
    >
      {finding.closedReason !== null && (
        <p className="quiet panel">
          {text.closed}
          <Explanation of={{ explanation: finding.closedReason, explanationEn: finding.closedReasonEn }} />
        </p>
      )}
      <DutyList duties={finding.duties} />
      <Rulings finding={finding} />
      {facts.length > 1 && (
        <div className="steps-row">
          <Button size="small" onClick={() => step(-1)}>
            {text.previous}
          </Button>
          <Button size="small" onClick={() => step(1)}>
            {text.next}
          </Button>
          <span className="quiet keys-hint">{text.keys}</span>
        </div>
      )}
      {finding.matter !== null && (
        <p className="panel">
          {labelled(text.matter, '')}
          <Link to="/matters/$id" params={{ id: finding.matter.id }}>
            {finding.matter.title}
          </Link>
        </p>
      )}
      <FactTable finding={finding} facts={facts} at={at} onGoTo={goTo} />
      <OutsideTexts finding={finding} />
      <TextPanels finding={finding} at={at} onGoTo={goTo} />
      <p className="quiet in-text conflict-paper">
        {text.paper}{' '}
        {(['docx', 'pdf'] as const).map((format, place) => (
          <Fragment key={format}>
            {place > 0 && ' · '}
            <a href={`/api/findings/${finding.id}/report?format=${format}`} download>
              {text.papers[format]}
            </a>
          </Fragment>
        ))}
      </p>
      {!settled && <RulingBar finding={finding} />}
    </Page>
  );
};

export const ConflictPage = () => {
  const { id } = route.useParams();
  const finding = useQuery(findingQuery(id));
  return <PageAnswer of={finding}>{(read) => <Whole finding={read} />}</PageAnswer>;
};
