import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { directiveSchema, type DirectiveView } from '../../api/contract.js';
import { directiveQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { DueClock } from '../../parts/due-clock.js';
import { DutyButton } from '../../parts/duty-button.js';
import { FactList } from '../../parts/fact-list.js';
import { Page } from '../../parts/page.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { ReleaseDialog } from '../../parts/release-dialog.js';
import { TextDialog } from '../../parts/text-dialog.js';
import { useDeed } from '../../parts/use-deed.js';
import { DirectiveState, isEnded } from './directive-state.js';
import { words } from './words.js';

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
              basis={directive.basis.acknowledge}
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
  const text = useWords(words);
  const [asking, setAsking] = useState<'fulfil' | 'withdraw' | null>(null);
  const done = (): void => setAsking(null);
  const deed = useDeed(directiveSchema, done);
  const path = `/directives/${directive.id}`;
  const { acknowledge, fulfil, withdraw } = directive.actions;
  const releases = directive.demand === 'release';
  const dialog = { busy: deed.isPending, error: deed.error, onClose: done };
  return (
    <Page
      title={directive.title}
      crumbs={<Link to="/directives">{text.title}</Link>}
      lead={
        <>
          <DirectiveState of={directive} />{' '}
          <DueClock dueAt={directive.dueAt} ended={isEnded(directive)} basis={directive.basis.fulfil} />
        </>
      }
      actions={
        <>
          <DutyButton
            primary
            label={text.acknowledge}
            of={acknowledge}
            onChoose={() => deed.mutate({ path: `${path}/acknowledge` })}
          />
          <DutyButton
            label={releases ? text.link : text.fulfil}
            of={fulfil}
            onChoose={() => setAsking('fulfil')}
          />
          <DutyButton label={text.withdraw} of={withdraw} onChoose={() => setAsking('withdraw')} />
        </>
      }
    >
      {deed.isError && asking === null && <RefusalNotice error={deed.error} />}
      <div className="today-columns">
        <section className="panel">
          <h2>{text.text}</h2>
          <p className="note">{directive.text}</p>
        </section>
        <Facts directive={directive} />
      </div>
      {asking === 'fulfil' && releases && (
        <ReleaseDialog
          {...dialog}
          title={text.link}
          organId={directive.to.id}
          onDone={(releaseId) => deed.mutate({ path: `${path}/fulfil`, body: { releaseId } })}
        />
      )}
      {asking === 'fulfil' && !releases && (
        <TextDialog
          {...dialog}
          title={text.fulfil}
          label={text.report}
          onDone={(report) => deed.mutate({ path: `${path}/fulfil`, body: { report } })}
        />
      )}
      {asking === 'withdraw' && (
        <TextDialog
          {...dialog}
          title={text.withdraw}
          label={text.reason}
          onDone={(reason) => deed.mutate({ path: `${path}/withdraw`, body: { reason } })}
        />
      )}
    </Page>
  );
};

export const DirectivePage = () => {
  const { id } = route.useParams();
  const directive = useQuery(directiveQuery(id));
  if (directive.data !== undefined) return <Whole directive={directive.data} />;
  return (
    <div className="page">
      <Answer of={directive}>{() => null}</Answer>
    </div>
  );
};
