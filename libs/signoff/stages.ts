import type { Reason } from '@koujing/kernel';
import { blockingFindings, releaseRefusal, type RenditionPreview } from '@koujing/release';
import { missingConfirmations, signed, type SignOff } from './sign-off.js';
import { signoffRefusal } from './refusal.js';
import type { StageView } from './signoff.api.js';

/** What the rows of the task list are told from. */
export interface StageFacts {
  readonly signOff: SignOff;
  /** What the gate would say of the findings as they are ruled now. */
  readonly conflictReasons: readonly Reason[];
  /** Findings that nobody has settled, blocking or not. */
  readonly openFindings: number;
  readonly previews: readonly RenditionPreview[];
}

const row = (
  stage: StageView['stage'],
  state: StageView['state'],
  reasons: readonly Reason[] = [],
): StageView => ({
  stage,
  state,
  reasons: [...reasons],
});

/** The task list of one release (UX.md 3): what is done, what it waits for, what is missing. */
export const stagesOf = (facts: StageFacts): StageView[] => {
  const { signOff } = facts;
  const { state } = signOff.release;
  const drafting = state === 'draft' || state === 'returned';
  const out = state === 'released';
  const awaiting = state === 'submitted';
  const reviewed = signed(signOff, 'confidentialityReview');
  const missing = missingConfirmations(signOff);
  const approved = signed(signOff, 'contentApproval');
  const asked = (
    done: boolean,
    reasons: readonly Reason[],
    ready = true,
  ): [StageView['state'], readonly Reason[]] =>
    done ? ['done', []] : [awaiting && ready ? 'current' : 'waiting', reasons];
  return [
    content(facts, drafting),
    row('facts', facts.openFindings > 0 && !out ? 'current' : 'done'),
    signOff.release.jointOrganIds.length === 0
      ? row('confirmation', 'notNeeded')
      : row('confirmation', ...asked(missing.length === 0, missing)),
    row('confidentialityReview', ...asked(reviewed, [signoffRefusal.reviewMissing])),
    conflict(facts, out),
    channels(facts),
    row('approval', ...asked(approved, [signoffRefusal.approvalMissing], reviewed && missing.length === 0)),
    release(facts, approved),
  ];
};

const content = ({ signOff }: StageFacts, drafting: boolean): StageView => {
  const empty = signOff.version.plain.trim() === '';
  if (empty) return row('content', 'current', [releaseRefusal.emptyText]);
  return row('content', drafting ? 'current' : 'done');
};

const conflict = ({ conflictReasons, openFindings }: StageFacts, out: boolean): StageView => {
  if (conflictReasons.length > 0 && !out) return row('conflict', 'blocked', conflictReasons);
  return row('conflict', openFindings > 0 && !out ? 'current' : 'done');
};

const channels = ({ previews, signOff }: StageFacts): StageView => {
  if (signOff.version.accountIds.length === 0) {
    const imported = signOff.release.importedFrom !== null;
    return imported ? row('channels', 'notNeeded') : row('channels', 'current', [releaseRefusal.noChannel]);
  }
  const blocking = blockingFindings(previews);
  return row('channels', blocking.length === 0 ? 'done' : 'blocked', blocking);
};

const release = ({ signOff, conflictReasons }: StageFacts, approved: boolean): StageView => {
  const { state } = signOff.release;
  if (state === 'released') return row('release', 'done');
  if (state === 'withdrawn')
    return row('release', signOff.release.releasedVersion === null ? 'notNeeded' : 'done');
  if (state === 'heldByGate')
    return row('release', conflictReasons.length > 0 ? 'blocked' : 'current', conflictReasons);
  return row('release', approved ? 'current' : 'waiting');
};
