import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { InterviewView } from '../../api/press-contract.js';
import { answersQuery, interviewQuery } from '../../api/press-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Answer } from '../../parts/answer.js';
import { AsRead } from '../../parts/as-read.js';
import { cityTime } from '../../parts/city-time.js';
import { ClockList } from '../../parts/clock-list.js';
import { Page } from '../../parts/page.js';
import { PageAnswer } from '../../parts/page-answer.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { StandingTag } from '../../parts/standing-tag.js';
import { ActionDialog, type InterviewAction } from './action-dialog.js';
import { InterviewAge, InterviewStanding } from './interview-table.js';
import { ReviseDialog } from './revise-dialog.js';
import { Revisions } from './revisions.js';
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

/** What was not held yet is corrected; later it is what happened. */
const revisable = ({ state }: InterviewView): readonly 'revise'[] =>
  ['received', 'accepted', 'arranged'].includes(state) ? ['revise'] : [];

/** Naming the reporter happens in the dialog itself, so wanting one greys nothing out. */
const bars = (interview: InterviewView, action: InterviewAction | 'revise') =>
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
      note:
        closing === null ? '' : [text.outcomes[closing.outcome], closing.note].filter(Boolean).join(' · '),
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
  const answers = useQuery(answersQuery({ interview: interview.id, pageSize: 50 }));
  return (
    <Answer of={answers} rows={0}>
      {({ items }) =>
        items.length > 0 && (
          <section className="panel">
            <h2>{text.answers}</h2>
            <ul className="line-list">
              {items.map((answer) => (
                <li key={answer.id}>
                  <p className="quiet">{answer.question}</p>
                  <p>{answer.answer}</p>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Answer>
  );
};

const Whole = ({ interview }: PartProps) => {
  const text = useWords(words);
  const [action, setAction] = useState<InterviewAction | 'revise' | null>(null);
  return (
    <Page
      title={interview.subject}
      crumbs={<Link to="/interviews">{text.title}</Link>}
      lead={
        <>
          <InterviewStanding interview={interview} /> <InterviewAge interview={interview} />
        </>
      }
      actions={[...actionsOf(interview), ...revisable(interview)].map((name, index) => (
        <ReasonedButton
          key={name}
          type={index === 0 ? 'primary' : 'default'}
          label={text.actions[name]}
          reasons={bars(interview, name)}
          onClick={() => setAction(name)}
        />
      ))}
    >
      <div className="today-columns">
        <div>
          <Asked interview={interview} />
          <Answers interview={interview} />
          <Course interview={interview} />
          <Revisions interview={interview} />
        </div>
        <div>
          <ClockList kind="interview" id={interview.id} />
          <Credentials interview={interview} />
        </div>
      </div>
      {action !== null && (
        <AsRead of={interview}>
          {(read) =>
            action === 'revise' ? (
              <ReviseDialog interview={read} onClose={() => setAction(null)} />
            ) : (
              <ActionDialog interview={read} action={action} onClose={() => setAction(null)} />
            )
          }
        </AsRead>
      )}
    </Page>
  );
};

export const InterviewPage = () => {
  const { id } = route.useParams();
  const interview = useQuery(interviewQuery(id));
  return <PageAnswer of={interview}>{(read) => <Whole interview={read} />}</PageAnswer>;
};
