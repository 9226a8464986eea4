import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { planSchema, type PlanView } from '../../api/contract.js';
import { planQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { DueClock } from '../../parts/due-clock.js';
import { DutyButton } from '../../parts/duty-button.js';
import { FactList } from '../../parts/fact-list.js';
import { Page } from '../../parts/page.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { ReleaseDialog } from '../../parts/release-dialog.js';
import { StateTag } from '../../parts/state-tag.js';
import { TextDialog } from '../../parts/text-dialog.js';
import { useDeed } from '../../parts/use-deed.js';
import { ApproveDialog } from './approve-dialog.js';
import { PlanState, runs } from './plan-state.js';
import { words } from './words.js';

const route = getRouteApi('/plans/$id');

type Part = PlanView['parts'][number];

const Parts = ({ plan, onLink }: { plan: PlanView; onLink: (part: Part) => void }) => {
  const text = useWords(words);
  return (
    <section className="panel">
      <h2>{text.parts}</h2>
      <ul className="line-list">
        {plan.parts.map((part) => (
          <li key={part.id}>
            <StateTag tone={part.done ? 'success' : 'quiet'}>{part.done ? text.done : text.open}</StateTag>{' '}
            {part.title} <small className="quiet">{part.organ.shortName}</small>
            {part.release !== null && (
              <p>
                <Link to="/releases/$id" params={{ id: part.release.id }}>
                  {part.release.title}
                </Link>
              </p>
            )}
            {part.conferenceNumber !== '' && <p>{part.conferenceNumber}</p>}
            {!part.done && runs(plan) && (
              <DutyButton label={text.link} of={plan.actions.link} onChoose={() => onLink(part)} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

const Facts = ({ plan }: { plan: PlanView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { decided, proposed, matter } = plan;
  const both = ({ level, form }: PlanView['proposed']): string =>
    `${text.levels[level]} · ${text.forms[form]}`;
  return (
    <FactList
      rows={[
        [text.meeting, `${plan.meetingOrgan.shortName} · ${plan.meeting} · ${plan.metOn}`],
        [text.lead2, plan.lead.name],
        [text.proposed, both(proposed)],
        [
          text.decided,
          decided === null ? (
            text.undecided
          ) : (
            <>
              <strong>{both(decided)}</strong>
              <p className="quiet">{text.decidedBy(decided.by.name, cityTime(decided.at, language))}</p>
              {decided.leader !== '' && <p className="quiet">{text.onPaper(decided.leader)}</p>}
            </>
          ),
        ],
        ...(plan.note === '' ? [] : [[text.note, plan.note] as const]),
        ...(plan.endNote === '' ? [] : [[text.ended, plan.endNote] as const]),
        [
          text.matter,
          matter === null ? (
            text.none
          ) : (
            <Link to="/matters/$id" params={{ id: matter.id }}>
              {matter.title}
            </Link>
          ),
        ],
      ]}
    />
  );
};

type Asked = 'approve' | 'return' | 'lapse' | Part;

const Whole = ({ plan }: { plan: PlanView }) => {
  const text = useWords(words);
  const [asking, setAsking] = useState<Asked | null>(null);
  const done = (): void => setAsking(null);
  const deed = useDeed(planSchema, done);
  const path = `/plans/${plan.id}`;
  const { actions } = plan;
  const dialog = { busy: deed.isPending, error: deed.error, onClose: done };
  return (
    <Page
      title={plan.item}
      crumbs={<Link to="/plans">{text.title}</Link>}
      lead={
        <>
          <PlanState of={plan} /> <DueClock dueAt={plan.dueAt} ended={!runs(plan)} basis={plan.basis} />
        </>
      }
      actions={
        <>
          <DutyButton
            label={text.propose}
            of={actions.propose}
            onChoose={() => deed.mutate({ path: `${path}/propose` })}
          />
          <DutyButton
            primary
            label={text.approve}
            of={actions.approve}
            onChoose={() => setAsking('approve')}
          />
          <DutyButton label={text.return} of={actions.return} onChoose={() => setAsking('return')} />
          <DutyButton
            label={text.execute}
            of={actions.execute}
            onChoose={() => deed.mutate({ path: `${path}/execute` })}
          />
          <DutyButton label={text.lapse} of={actions.lapse} onChoose={() => setAsking('lapse')} />
        </>
      }
    >
      {deed.isError && asking === null && <RefusalNotice error={deed.error} />}
      <div className="today-columns">
        <div>
          <section className="panel">
            <h2>{text.outline}</h2>
            <p className="note">{plan.outline}</p>
          </section>
          <Parts plan={plan} onLink={setAsking} />
        </div>
        <Facts plan={plan} />
      </div>
      {asking === 'approve' && <ApproveDialog plan={plan} onClose={done} />}
      {(asking === 'return' || asking === 'lapse') && (
        <TextDialog
          {...dialog}
          title={text[asking]}
          label={text.reason}
          onDone={(reason) => deed.mutate({ path: `${path}/${asking}`, body: { reason } })}
        />
      )}
      {asking !== null && typeof asking === 'object' && (
        <ReleaseDialog
          {...dialog}
          title={text.link}
          organId={asking.organ.id}
          onDone={(releaseId) =>
            deed.mutate({ path: `${path}/parts/${asking.id}/link`, body: { releaseId } })
          }
        />
      )}
    </Page>
  );
};

export const PlanPage = () => {
  const { id } = route.useParams();
  const plan = useQuery(planQuery(id));
  if (plan.data !== undefined) return <Whole plan={plan.data} />;
  return (
    <div className="page">
      <Answer of={plan}>{() => null}</Answer>
    </div>
  );
};
