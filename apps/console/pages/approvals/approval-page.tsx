import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { approvalQuery, approvalsQuery } from '../../api/approval-questions.js';
import type { ApprovalSummary, ApprovalView } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { releaseWords } from '../../language/release-words.js';
import { Page } from '../../parts/page.js';
import { PageAnswer } from '../../parts/page-answer.js';
import { ReleaseStateTag } from '../../parts/release-state.js';
import { useStepKeys } from '../../parts/step-keys.js';
import { usePhone } from '../../parts/use-media.js';
import { ApprovalPanel } from './approval-panel.js';
import { nextAfter, placeOf, stepFrom } from './queue.js';
import { QueueList } from './queue-list.js';
import { words } from './words.js';

const route = getRouteApi('/approvals/$id');

const Lead = ({ read }: { read: ApprovalView }) => {
  const { kinds } = useWords(releaseWords);
  const { release } = read.page;
  return (
    <>
      <ReleaseStateTag release={release} />
      <span className="number">{release.number}</span>
      <span>{release.organ.name}</span>
      <span>{kinds[release.kind]}</span>
    </>
  );
};

interface WholeProps {
  readonly now: ApprovalView;
  readonly queue: readonly ApprovalSummary[];
}

const useQueueKeys = (queue: readonly ApprovalSummary[], id: string): void => {
  const navigate = useNavigate();
  useStepKeys(queue.length > 0, (by) => {
    const to = stepFrom(queue, id, by);
    if (to !== null) void navigate({ to: '/approvals/$id', params: { id: to } });
  });
};

const Whole = ({ now, queue }: WholeProps) => {
  const text = useWords(words);
  const phone = usePhone();
  const navigate = useNavigate();
  const { id, title } = now.page.release;
  const nextId = nextAfter(queue, id);
  const place = placeOf(queue, id);
  useQueueKeys(queue, id);
  const goOn = (): void =>
    void (nextId === null
      ? navigate({ to: '/approvals' })
      : navigate({ to: '/approvals/$id', params: { id: nextId } }));
  return (
    <Page
      title={title}
      crumbs={
        <>
          <Link to="/approvals">{text.title}</Link>
          {place >= 0 && <span className="quiet"> {text.place(place + 1, queue.length)}</span>}
        </>
      }
      lead={<Lead read={now} />}
    >
      <div className="approval-columns">
        {!phone && queue.length > 0 && (
          <nav className="panel approval-queue" aria-label={text.queue}>
            <h2>
              {text.queue} {queue.length}
            </h2>
            <p className="quiet keys-hint">{text.keys}</p>
            <QueueList items={queue} at={id} />
          </nav>
        )}
        <div className="approval-main">
          <ApprovalPanel key={id} now={now} nextId={nextId} onDecided={goOn} />
        </div>
      </div>
    </Page>
  );
};

/** One release as its signer decides on it: where the links in notices and mails lead. */
export const ApprovalPage = () => {
  const { id } = route.useParams();
  const approval = useQuery(approvalQuery(id));
  const queue = useQuery(approvalsQuery);
  return (
    <PageAnswer of={approval}>{(now) => <Whole now={now} queue={queue.data?.items ?? []} />}</PageAnswer>
  );
};
