import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { DirectiveView } from '../../api/contract.js';
import { directiveQuery } from '../../api/duty-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
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
import { useDeed } from '../../parts/use-deed.js';
import { DirectiveState, isEnded } from './directive-state.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const route = getRouteApi('/directives/$id');

const Facts = ({ directive }: { directive: DirectiveView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { line, matter, acknowledgedBy, acknowledgedAt, issuedBy, release } = directive;
  return (
    <FactList
      rows={[
        [text.from, directive.from.name],
        [text.to, directive.to.name],
        [text.demand, text.demands[directive.demand]],
        [
          text.acknowledgeBy,
          acknowledgedBy !== null && acknowledgedAt !== null ? (
            text.acknowledgedBy(acknowledgedBy.name, cityTime(acknowledgedAt, language))
          ) : (
            <DueClock
              dueAt={directive.acknowledgeBy}
              ended={isEnded(directive)}
              basis={cited(directive.basis.acknowledge, language)}
            />
          ),
        ],
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
        [text.line, line === null ? text.none : `${line.about} ${line.value}${line.unit}`],
        ...(release === null
          ? []
          : [
              [
                text.release,
                <Link key="release" to="/releases/$id" params={{ id: release.id }}>
                  {release.title}
                </Link>,
              ] as const,
            ]),
        ...(directive.report === '' ? [] : [[text.report, directive.report] as const]),
        ...(directive.withdrawnReason === '' ? [] : [[text.withdrawn, directive.withdrawnReason] as const]),
        [text.directive, text.issuedBy(issuedBy.name, cityTime(directive.issuedAt, language))],
      ]}
    />
  );
};

const Whole = ({ directive }: { directive: DirectiveView }) => {
  const { language } = useLanguage();
  const text = useWords(words);
  const [asking, setAsking] = useState<'fulfil' | 'withdraw' | null>(null);
  const done = (): void => setAsking(null);
  const deed = useDeed();
  const path = `/directives/${directive.id}`;
  const { acknowledge, fulfil, withdraw } = directive.actions;
  const releases = directive.demand === 'release';
  return (
    <Page
      title={directive.title}
      crumbs={<Link to="/directives">{text.title}</Link>}
      lead={
        <>
          <DirectiveState of={directive} />{' '}
          <DueClock
            dueAt={directive.dueAt}
            ended={isEnded(directive)}
            basis={cited(directive.basis.fulfil, language)}
          />
        </>
      }
      actions={
        <>
          <ReasonedButton
            type="primary"
            label={text.acknowledge}
            reasons={acknowledge.reasons}
            onClick={() => deed.mutate({ path: `${path}/acknowledge` })}
          />
          <ReasonedButton
            label={releases ? text.link : text.fulfil}
            reasons={fulfil.reasons}
            onClick={() => setAsking('fulfil')}
          />
          <ReasonedButton
            label={text.withdraw}
            reasons={withdraw.reasons}
            onClick={() => setAsking('withdraw')}
          />
        </>
      }
    >
      {deed.isError && <RefusalNotice error={deed.error} />}
      <div className="today-columns">
        <section className="panel">
          <h2>{text.text}</h2>
          <p className="note">{directive.text}</p>
        </section>
        <div>
          <ClockList kind="directive" id={directive.id} />
          <Facts directive={directive} />
        </div>
      </div>
      {asking === 'fulfil' && releases && (
        <ReleaseDialog
          title={text.link}
          organId={directive.to.id}
          deed={(releaseId) => ({ path: `${path}/fulfil`, body: { releaseId } })}
          onClose={done}
        />
      )}
      {asking === 'fulfil' && !releases && (
        <FormDialog
          title={text.fulfil}
          okText={text.fulfil}
          fields={[{ name: 'report', label: text.report, kind: 'area' }]}
          initial={{ report: '' }}
          deed={(body) => ({ path: `${path}/fulfil`, body })}
          onClose={done}
        />
      )}
      {asking === 'withdraw' && (
        <FormDialog
          title={text.withdraw}
          okText={text.withdraw}
          fields={[{ name: 'reason', label: text.reason, kind: 'area' }]}
          initial={{ reason: '' }}
          deed={(body) => ({ path: `${path}/withdraw`, body })}
          onClose={done}
        />
      )}
    </Page>
  );
};

export const DirectivePage = () => {
  const { id } = route.useParams();
  const directive = useQuery(directiveQuery(id));
  return <PageAnswer of={directive}>{(read) => <Whole directive={read} />}</PageAnswer>;
};
