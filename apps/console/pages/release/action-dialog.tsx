import { useState } from 'react';
import type { ActionName, ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { dialogWords } from './dialog-words.js';
import { CorrectionDialog } from '../amend/correction-dialog.js';
import { WithdrawalDialog } from '../amend/withdrawal-dialog.js';
import { NoteDialog, type NoteDialogProps } from './note-dialog.js';
import { HourChoice } from './hour-choice.js';
import { ProposeDialog } from './propose-dialog.js';
import { ReviewDialog } from './review-dialog.js';
import { SendUpDialog } from './send-up-dialog.js';
import { ScheduleDialog } from './schedule-dialog.js';
import type { Deed, DeedMutation } from './use-release-actions.js';

interface ActionDialogProps {
  readonly page: ReleasePage;
  readonly action: ActionName;
  readonly deed: DeedMutation;
  readonly onClose: () => void;
}

type NotedAction =
  'confirm' | 'review' | 'approve' | 'approveAsSuperior' | 'return' | 'withdraw' | 'abandonCorrection';

const useNoted = (action: NotedAction): Pick<NoteDialogProps, 'title' | 'lead' | 'noteNeeded' | 'danger'> => {
  const text = useWords(dialogWords);
  switch (action) {
    case 'confirm':
      return { title: text.confirmTitle, lead: text.confirmLead };
    case 'approve':
      return { title: text.approveTitle, lead: text.approveLead };
    case 'review':
      return { title: text.textReviewTitle, lead: text.textReviewLead };
    case 'approveAsSuperior':
      return { title: text.superiorTitle, lead: text.approveLead };
    case 'return':
      return { title: text.returnTitle, lead: text.returnLead, noteNeeded: true, danger: true };
    case 'withdraw':
      return { title: text.withdrawTitle, lead: text.withdrawLead, noteNeeded: true, danger: true };
    case 'abandonCorrection':
      return { title: text.abandonTitle, lead: text.abandonLead, noteNeeded: true, danger: true };
  }
};

/** The review that is next in the chain; the server tells if this person may do it. */
const nextReview = (page: ReleasePage): string =>
  page.chain.steps.find(({ step, state }) => state === 'open' && isReview(step))?.step ?? 'firstReview';

const isReview = (step: string): boolean => ['firstReview', 'secondReview', 'finalReview'].includes(step);

const notedDeed = (action: NotedAction, page: ReleasePage, note: string): Deed => {
  const { digest } = page.release;
  switch (action) {
    case 'review':
      return { path: 'review', body: { digest, step: nextReview(page), note } };
    case 'approveAsSuperior':
      return { path: 'superior-approval', body: { digest, note } };
    case 'confirm':
      return { path: 'confirmation', body: { digest, note } };
    case 'approve':
      return { path: 'approval', body: { digest, note } };
    case 'return':
      return { path: 'return', body: { digest, note } };
    case 'withdraw':
      return { path: 'withdraw', body: { reason: note } };
    case 'abandonCorrection':
      return { path: 'correction/abandon', body: { reason: note } };
  }
};

const Noted = ({ page, action, deed, onClose }: ActionDialogProps & { action: NotedAction }) => {
  const [at, setAt] = useState<string | null>(null);
  const { proposal } = page.release;
  const approves = action === 'approve' || action === 'approveAsSuperior';
  const then = at === null ? {} : { then: { path: 'schedule', body: { at } } };
  return (
    <NoteDialog
      {...useNoted(action)}
      busy={deed.isPending}
      error={deed.error}
      onClose={onClose}
      onDo={(note) => deed.mutate({ ...notedDeed(action, page, note), ...then }, { onSuccess: onClose })}
    >
      {approves && proposal !== null && <HourChoice proposal={proposal} onChange={setAt} />}
    </NoteDialog>
  );
};

/** The dialog of those actions that need words, verdicts or a time. */
export const ActionDialog = ({ page, action, deed, onClose }: ActionDialogProps) => {
  const { digest, scheduledAt } = page.release;
  const common = { busy: deed.isPending, error: deed.error, onClose };
  switch (action) {
    case 'confirm':
    case 'review':
    case 'approve':
    case 'approveAsSuperior':
    case 'return':
    case 'withdraw':
    case 'abandonCorrection':
      return <Noted page={page} action={action} deed={deed} onClose={onClose} />;
    case 'sendUp':
      return (
        <SendUpDialog
          {...common}
          page={page}
          onDo={(organId, note) =>
            deed.mutate({ path: 'send-up', body: { organId, note } }, { onSuccess: onClose })
          }
        />
      );
    case 'reviewConfidentiality':
    case 'reviewLater':
      return (
        <ReviewDialog
          {...common}
          later={action === 'reviewLater'}
          page={page}
          onDo={(items, note) =>
            deed.mutate(
              {
                path: action === 'reviewLater' ? 'later-review' : 'confidentiality-review',
                body: { digest, items, note },
              },
              { onSuccess: onClose },
            )
          }
        />
      );
    case 'schedule':
      return (
        <ScheduleDialog
          {...common}
          planned={scheduledAt}
          proposal={page.release.proposal}
          onDo={(at) => deed.mutate({ path: 'schedule', body: { at } }, { onSuccess: onClose })}
        />
      );
    case 'openCorrection':
      return <CorrectionDialog release={page.release} onClose={onClose} />;
    case 'withdrawPublished':
      return <WithdrawalDialog releaseId={page.release.id} onClose={onClose} />;
    case 'proposeTime':
      return (
        <ProposeDialog
          {...common}
          proposal={page.release.proposal}
          onDo={(proposed) => deed.mutate(proposed, { onSuccess: onClose })}
        />
      );
    case 'revise':
    case 'submit':
    case 'takeBack':
    case 'cancelSchedule':
    case 'sendEmbargoedCopies':
    case 'publish':
      return null;
  }
};
