import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { PlanView } from '../../api/contract.js';
import { planQuery } from '../../api/duty-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { AsRead } from '../../parts/as-read.js';
import { cityTime } from '../../parts/city-time.js';
import { ClockList } from '../../parts/clock-list.js';
import { DueClock } from '../../parts/due-clock.js';
import { FactList } from '../../parts/fact-list.js';
import { FormDialog } from '../../parts/form-dialog.js';
import { Page } from '../../parts/page.js';
import { PageAnswer } from '../../parts/page-answer.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { ReleaseDialog } from '../../parts/release-dialog.js';
import { StateTag } from '../../parts/state-tag.js';
import { useDeed } from '../../parts/use-deed.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { ApproveDialog } from './approve-dialog.js';
import { PlanDialog } from './plan-dialog.js';
import { PlanState, runs } from './plan-state.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const route = getRouteApi('/plans/$id');

type Part = PlanView['parts'][number];

/** Its number, what it stands for now, and the way to it for whose business it is. */
const PartConference = ({ part: { conference, conferenceNumber } }: { part: Part }) => {
  const { aside } = usePunctuation();
  const text = useWords(words);
  if (conference === null)
    return (
      <p>
        {conferenceNumber} <StateTag tone="warning">{text.numberUnknown}</StateTag>
      </p>
    );
  const { id, theme, standing } = conference;
  const named = `${theme}${aside(conferenceNumber)}`;
  const isGone = standing === 'voided' || standing === 'cancelled';
  return (
    <p>
      {id === null ? (
        named
      ) : (
        <Link to="/conferences/$id" params={{ id }}>
          {named}
        </Link>
      )}{' '}
      <StateTag tone={isGone ? 'warning' : 'quiet'}>{text.conferenceStandings[standing]}</StateTag>
    </p>
  );
};

const Parts = ({ plan, onLink }: { plan: PlanView; onLink: (part: Part) => void }) => {
  const text = useWords(words);
  return (
    <section className="panel">
      <h2>{text.parts}</h2>
      <ul className="line-list">
        {plan.parts.map((part) => (
          <li key={part.id}>
            <StateTag tone={part.done ? 'success' : 'quiet'}>{part.done ? text.done : text.open}</StateTag>{' '}
            {part.title} <small className="quiet">{part.organ.shortName}</small>{' '}
            {part.release !== null && (
              <p>
                <Link to="/releases/$id" params={{ id: part.release.id }}>
                  {part.release.title}
                </Link>
              </p>
            )}
            {part.conferenceNumber !== '' && <PartConference part={part} />}
            {!part.done && (
              <ReasonedButton
                label={part.kind === 'conference' ? text.linkConference : text.link}
                reasons={plan.actions.link.reasons}
                onClick={() => onLink(part)}
              />
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

type Asked = 'edit' | 'approve' | 'return' | 'lapse' | Part;

const Whole = ({ plan }: { plan: PlanView }) => {
  const { language } = useLanguage();
  const text = useWords(words);
  const [asking, setAsking] = useState<Asked | null>(null);
  const done = (): void => setAsking(null);
  const deed = useDeed();
  const path = `/plans/${plan.id}`;
  const { actions } = plan;
  return (
    <Page
      title={plan.item}
      crumbs={<Link to="/plans">{text.title}</Link>}
      lead={
        <>
          <PlanState of={plan} />{' '}
          <DueClock dueAt={plan.dueAt} ended={!runs(plan)} basis={cited(plan.basis, language)} />
        </>
      }
      actions={
        <>
          <ReasonedButton
            label={text.edit}
            reasons={actions.revise.reasons}
            onClick={() => setAsking('edit')}
          />
          <ReasonedButton
            label={text.propose}
            reasons={actions.propose.reasons}
            onClick={() => deed.mutate({ path: `${path}/propose` })}
          />
          <ReasonedButton
            type="primary"
            label={text.approve}
            reasons={actions.approve.reasons}
            onClick={() => setAsking('approve')}
          />
          <ReasonedButton
            label={text.return}
            reasons={actions.return.reasons}
            onClick={() => setAsking('return')}
          />
          <ReasonedButton
            label={text.execute}
            reasons={actions.execute.reasons}
            onClick={() => deed.mutate({ path: `${path}/execute` })}
          />
          <ReasonedButton
            label={text.lapse}
            reasons={actions.lapse.reasons}
            onClick={() => setAsking('lapse')}
          />
        </>
      }
    >
      {deed.isError && <RefusalNotice error={deed.error} />}
      <div className="today-columns">
        <div>
          <section className="panel">
            <h2>{text.outline}</h2>
            <p className="note">{plan.outline}</p>
          </section>
          <Parts plan={plan} onLink={setAsking} />
        </div>
        <div>
          <ClockList kind="plan" id={plan.id} />
          <Facts plan={plan} />
        </div>
      </div>
      {asking === 'edit' && <AsRead of={plan}>{(read) => <PlanDialog plan={read} onClose={done} />}</AsRead>}
      {asking === 'approve' && (
        <AsRead of={plan}>{(read) => <ApproveDialog plan={read} onClose={done} />}</AsRead>
      )}
      {(asking === 'return' || asking === 'lapse') && (
        <FormDialog
          title={text[asking]}
          okText={text[asking]}
          fields={[{ name: 'reason', label: text.reason, kind: 'area' }]}
          initial={{ reason: '' }}
          deed={(body) => ({ path: `${path}/${asking}`, body })}
          onClose={done}
        />
      )}
      {asking !== null && typeof asking === 'object' && asking.kind === 'conference' && (
        <FormDialog
          title={text.linkConference}
          fields={[
            {
              ...{ name: 'conferenceNumber', kind: 'text' },
              ...{ label: text.conferenceNumber, help: text.conferenceNumberHelp },
            },
          ]}
          initial={{ conferenceNumber: asking.conferenceNumber }}
          deed={(body) => ({ path: `${path}/parts/${asking.id}/link`, body })}
          onClose={done}
        />
      )}
      {asking !== null && typeof asking === 'object' && asking.kind === 'release' && (
        <ReleaseDialog
          title={text.link}
          organId={asking.organ.id}
          deed={(releaseId) => ({ path: `${path}/parts/${asking.id}/link`, body: { releaseId } })}
          onClose={done}
        />
      )}
    </Page>
  );
};

export const PlanPage = () => {
  const { id } = route.useParams();
  const plan = useQuery(planQuery(id));
  return <PageAnswer of={plan}>{(read) => <Whole plan={read} />}</PageAnswer>;
};
