import { Link } from '@tanstack/react-router';
import type { ActionName, ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { ReasonList } from '../../parts/reason-list.js';
import { refusalFrom, RefusalNotice } from '../../parts/refusal-notice.js';
import { blockingFinding } from './blocking-finding.js';
import { ActionButton } from './action-button.js';
import { CancelSchedule } from './cancel-schedule.js';
import { EmbargoButton } from './embargo-button.js';
import { otherActionsOf, primaryActionOf } from './primary-action.js';
import type { DeedMutation } from './use-release-actions.js';
import { words } from './words.js';

interface ActionBarProps {
  readonly page: ReleasePage;
  readonly deed: DeedMutation;
  /** The hour that was to be set with an approval. */
  readonly hour: DeedMutation;
  readonly onChoose: (action: ActionName) => void;
}

/** The hold's reason stands above already; the same words need not be read twice. */
const alreadyTold = (page: ReleasePage, error: unknown): boolean =>
  page.release.state === 'heldByGate' && refusalFrom(error).reasons.some(({ code }) => code === 'heldByGate');

/** The one primary button that follows the state, the others beside it, and what is missing in words. */
export const ActionBar = ({ page, deed, hour, onChoose }: ActionBarProps) => {
  const text = useWords(words);
  const primary = primaryActionOf(page);
  const missing = primary === null ? [] : page.actions[primary].reasons;
  const finding = page.release.state === 'heldByGate' ? blockingFinding(page) : undefined;
  const id = page.release.id;
  return (
    <div className="action-bar">
      <div className="action-row">
        {page.release.releasedVersion !== null && (
          <Link to="/releases/$id/progress" params={{ id }} className="button-link">
            {text.toProgress}
          </Link>
        )}
        {finding !== undefined && (
          <Link to="/conflicts/$id" params={{ id: finding.id }} className="button-link">
            {text.seeFindings}
          </Link>
        )}
        {primary !== null && (
          <ActionButton
            page={page}
            action={primary}
            type={finding === undefined ? 'primary' : 'default'}
            onChoose={onChoose}
            busy={deed.isPending}
          />
        )}
        {otherActionsOf(page).map((action) => (
          <ActionButton key={action} page={page} action={action} onChoose={onChoose} />
        ))}
        <EmbargoButton page={page} />
        {page.release.state === 'scheduled' && <CancelSchedule page={page} deed={deed} />}
      </div>
      {primary !== null && missing.length > 0 && (
        <div className="missing">
          <strong>{text.whyOf(text.actions[primary])}</strong>
          <ReasonList reasons={missing} />
        </div>
      )}
      {hour.isError && (
        <div className="missing">
          <strong>{text.hourNotSet}</strong>
          <RefusalNotice error={hour.error} />
        </div>
      )}
      {deed.isError && !alreadyTold(page, deed.error) && <RefusalNotice error={deed.error} />}
    </div>
  );
};
