import { Button, Tooltip } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { InterviewView } from '../../api/press-contract.js';
import { answersQuery, interviewQuery } from '../../api/press-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { Page } from '../../parts/page.js';
import { ReasonList } from '../../parts/reason-list.js';
import { StandingTag } from '../../parts/standing-tag.js';
import { ActionDialog, type InterviewAction } from './action-dialog.js';
import { InterviewAge, InterviewStanding } from './interview-table.js';
import { words } from './words.js';

const route = getRouteApi('/interviews/$id');

interface PartProps {
  readonly interview: InterviewView;
}

/** Those that lead on from each state; the others would only be grey. */
const offered: Readonly<Record<InterviewView['state'], readonly InterviewAction[]>> = {
  received: ['accept', 'arrange', 'proposeRefusal', 'close'],
  accepted: ['arrange', 'proposeRefusal', 'close'],
  arranged: ['hold', 'arrange', 'proposeRefusal', 'close'],
  held: ['close'],
  refused: ['close'],
  closed: [],
};

const actionsOf = ({ state, refusalProposed }: InterviewView): readonly InterviewAction[] =>
  refusalProposed ? ['approveRefusal', 'returnRefusal', 'accept', 'close'] : offered[state];

/** Naming the reporter happens in the dialog itself, so wanting one greys nothing out. */
const bars = (interview: InterviewView, action: InterviewAction) =>
  interview.actions[action].reasons.filter(
    ({ code }) => !(action === 'accept' && (code === 'reporterNeeded' || interview.reporter === null)),
  );

const Credentials = ({ interview: { standing } }: PartProps) => {
  const text = useWords(words);
  return (
    <section className="panel">
      <h2>{text.credentials}</h2>
      {standing === null ? <p>{text.noReporter}</p> : <p>{standing.reporter.name}</p>}
      {standing !== null && <StandingTag standing={standing} />}
      <p>
        <Link to="/media" search={standing === null ? {} : { q: standing.reporter.name }}>
          {text.toCredentials}
        </Link>
      </p>
    </section>
  );
};

const Course = ({ interview }: PartProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { received, accepted, arranged, held, refusal, closing } = interview;
  const steps = [
    { name: text.receivedBy, stamp: received, note: '' },
    { name: text.acceptedBy, stamp: accepted, note: '' },
    { name: text.arrangedBy, stamp: arranged, note: '' },
    { name: text.heldBy, stamp: held, note: held?.note ?? '' },
    {
      name: text.proposedBy,
      stamp: refusal && { by: refusal.proposedBy, at: refusal.proposedAt },
      note: refusal === null ? '' : refusal.text,
    },
    {
      name: text.approvedBy,
      stamp:
        refusal?.approvedBy == null || refusal.approvedAt === null
          ? null
          : { by: refusal.approvedBy, at: refusal.approvedAt },
      note: '',
    },
    {
      name: text.closedBy,
      stamp: closing,
      note: closing === null ? '' : [text.outcomes[closing.outcome], closing.note].filter(Boolean).join('：'),
    },
  ];
  return (
    <section className="panel">
      <h2>{text.course}</h2>
      <ol className="line-list">
        {steps.map(({ name, stamp, note }) =>
          stamp === null ? null : (
            <li key={name}>
              <strong>{name}</strong>{' '}
              <span className="quiet">
                {stamp.by.name} · {cityTime(stamp.at, language)}
              </span>
              {note !== '' && <p>{note}</p>}
            </li>
          ),
        )}
      </ol>
    </section>
  );
};

const Asked = ({ interview }: PartProps) => {
  const text = useWords(words);
  const shared = useWords(pressWords);
  const { language } = useLanguage();
  const { arrangement, refusal } = interview;
  const facts: readonly (readonly [string, string])[] = [
    [text.asked, interview.organ.name],
    [shared.outlet, interview.outlet.name],
    ...(interview.reporter === null ? [] : [[shared.reporter, interview.reporter.name] as const]),
    [text.via, shared.vias[interview.via]],
    ...(arrangement === null
      ? []
      : [
          [
            text.arrangement,
            `${shared.forms[arrangement.form]} · ${cityTime(arrangement.at, language)}`,
          ] as const,
          [text.place, arrangement.place === '' ? '—' : arrangement.place] as const,
          [text.person, arrangement.person] as const,
        ]),
    ...(refusal === null
      ? []
      : [
          [
            text.refusal,
            language === 'zh'
              ? `${refusal.reason.title}（${refusal.reason.article}）`
              : refusal.reason.titleEn,
          ] as const,
        ]),
  ];
  return (
    <section className="panel">
      <h2>{text.questions}</h2>
      <p className="whole-text">{interview.questions}</p>
      <dl className="matter-facts interview-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {interview.matter !== null && (
        <p>
          <Link to="/matters/$id" params={{ id: interview.matter.id }}>
            {interview.matter.title}
          </Link>
        </p>
      )}
    </section>
  );
};

const Answers = ({ interview }: PartProps) => {
  const text = useWords(words);
  const answers = useQuery(answersQuery({ interview: interview.id, pageSize: 50 })).data?.items ?? [];
  if (answers.length === 0) return null;
  return (
    <section className="panel">
      <h2>{text.answers}</h2>
      <ul className="line-list">
        {answers.map((answer) => (
          <li key={answer.id}>
            <p className="quiet">{answer.question}</p>
            <p>{answer.answer}</p>
          </li>
        ))}
      </ul>
    </section>
  );
};

const Whole = ({ interview }: PartProps) => {
  const text = useWords(words);
  const [action, setAction] = useState<InterviewAction | null>(null);
  return (
    <Page
      title={interview.subject}
      crumbs={<Link to="/interviews">{text.title}</Link>}
      lead={
        <>
          <InterviewStanding interview={interview} /> <InterviewAge interview={interview} />
        </>
      }
      actions={actionsOf(interview).map((name, index) => {
        const reasons = bars(interview, name);
        return (
          <Tooltip key={name} title={reasons.length === 0 ? null : <ReasonList reasons={reasons} />}>
            <Button
              type={index === 0 ? 'primary' : 'default'}
              disabled={reasons.length > 0}
              onClick={() => setAction(name)}
            >
              {text.actions[name]}
            </Button>
          </Tooltip>
        );
      })}
    >
      <div className="today-columns">
        <div>
          <Asked interview={interview} />
          <Answers interview={interview} />
          <Course interview={interview} />
        </div>
        <Credentials interview={interview} />
      </div>
      {action !== null && (
        <ActionDialog interview={interview} action={action} onClose={() => setAction(null)} />
      )}
    </Page>
  );
};

export const InterviewPage = () => {
  const { id } = route.useParams();
  const interview = useQuery(interviewQuery(id));
  if (interview.data !== undefined) return <Whole interview={interview.data} />;
  return (
    <div className="page">
      <Answer of={interview}>{() => null}</Answer>
    </div>
  );
};
