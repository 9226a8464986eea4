import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { getRouteApi, Link } from '@tanstack/react-router';
import type { DeliveryView } from '../../api/contract.js';
import { deliveriesQuery, releaseQuery } from '../../api/questions.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { ReleaseStateTag } from '../../parts/release-state.js';
import type { Standing } from '../../parts/dispatch-outcome.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { AmendmentPanel } from '../amend/amendment-panel.js';
import { AmendButtons } from '../amend/amend-buttons.js';
import { ChannelRowView } from './channel-row.js';
import { channelRows, isTakenBack } from './channel-rows.js';
import { ResendDialog } from './resend-dialog.js';
import { resendWords } from './resend-words.js';
import { words } from './words.js';

const route = getRouteApi('/releases/$id/progress');

const Channels = ({ deliveries }: { deliveries: readonly DeliveryView[] }) => {
  const text = useWords(words);
  const rows = channelRows(deliveries);
  const count = (standing: Standing): number => rows.filter((row) => row.standing === standing).length;
  const takenBack = isTakenBack(rows);
  // Delivered it was; what the public finds now is something else.
  const isDrifting = deliveries.some(({ readBack }) => (readBack?.drift ?? null) !== null);
  const tally = {
    // What was cancelled or replaced is not waited for.
    rows: rows.length - count('void'),
    out: count('out'),
    running: count('running'),
    verifying: count('verifying'),
    attention: count('attention'),
  };
  return (
    <>
      <div className="progress-summary" aria-live="polite">
        {!takenBack && (tally.out < tally.rows || isDrifting) && <p>{text.summary(tally)}</p>}
        {tally.attention > 0 && <p className="missing">{tally.out > 0 ? text.partly : text.noneOut}</p>}
        {tally.out === tally.rows && tally.rows > 0 && !isDrifting && (
          <p className="all-out">✓ {takenBack ? text.takenBack : text.complete}</p>
        )}
      </div>
      <ul className="channel-rows">
        {rows.map((row) => (
          <ChannelRowView key={row.accountId} row={row} />
        ))}
      </ul>
    </>
  );
};

/** Shown where something was refused or waits for a person, to who may act on it. */
const Resend = ({ releaseId, deliveries }: { releaseId: string; deliveries: readonly DeliveryView[] }) => {
  const { aside } = usePunctuation();
  const text = useWords(resendWords);
  const [open, setOpen] = useState(false);
  const rows = deliveries.filter(
    ({ state, actions }) =>
      (state === 'rejected' || state === 'needsPerson') && actions.decide.reasons.length === 0,
  );
  if (rows.length === 0 && !open) return null;
  return (
    <div className="resend">
      <Button onClick={() => setOpen(true)}>
        {text.open}
        {aside(String(rows.length))}
      </Button>
      {open && <ResendDialog choice={{ releaseId }} rows={rows.length} onClose={() => setOpen(false)} />}
    </div>
  );
};

export const ProgressPage = () => {
  const text = useWords(words);
  const { id } = route.useParams();
  const release = useQuery(releaseQuery(id));
  const deliveries = useQuery(deliveriesQuery(id));
  const summary = release.data?.release;
  return (
    <Page
      title={summary === undefined ? text.title : text.titleOf(summary.title)}
      crumbs={
        <Link to="/releases/$id" params={{ id }}>
          {text.back}
        </Link>
      }
      actions={release.data === undefined ? undefined : <AmendButtons page={release.data} />}
      lead={
        summary === undefined ? (
          ' '
        ) : (
          <>
            <ReleaseStateTag release={summary} />
            <span className="number">{summary.number}</span>
            <span>{summary.organ.name}</span>
          </>
        )
      }
    >
      <Answer of={deliveries}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyNote sentence={text.empty}>
              <Link to="/releases/$id" params={{ id }}>
                {text.back}
              </Link>
            </EmptyNote>
          ) : (
            <>
              <Channels deliveries={rows} />
              <Resend releaseId={id} deliveries={rows} />
              <AmendmentPanel releaseId={id} />
            </>
          )
        }
      </Answer>
    </Page>
  );
};
