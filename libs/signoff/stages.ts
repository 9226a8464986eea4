import type { Reason } from '@koujing/kernel';
import { blockingFindings, releaseRefusal, type RenditionPreview } from '@koujing/release';
import { requirementsOf } from './chain.js';
import { missing, missingBefore, signed, type SignOff } from './sign-off.js';
import { signoffRefusal } from './refusal.js';
import { reviewStepSchema, type SignatureStep, type StageView } from './signoff.api.js';

/** What the rows of the task list are told from. */
export interface StageFacts {
  readonly signOff: SignOff;
  /** What the gate would say of the findings as they are ruled now. */
  readonly conflictReasons: readonly Reason[];
  /** Findings that nobody has settled, blocking or not. */
  readonly openFindings: number;
  readonly previews: readonly RenditionPreview[];
  /** What the content lacks, and what it is advised to have. */
  readonly content: { readonly missing: readonly Reason[]; readonly advice: readonly Reason[] };
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
  const asked = (stage: StageView['stage'], ...steps: readonly SignatureStep[]): StageView[] =>
    signing(signOff, stage, steps);
  const confirmation = asked('confirmation', 'confirmation');
  return [
    content(facts, drafting),
    row('facts', facts.openFindings > 0 && !out ? 'current' : 'done'),
    ...asked('review', ...reviewStepSchema.options),
    ...(confirmation.length > 0 ? confirmation : [row('confirmation', 'notNeeded')]),
    ...asked('confidentialityReview', 'confidentialityReview'),
    conflict(facts, out),
    channels(facts),
    ...asked('approval', 'contentApproval'),
    ...asked('superiorApproval', 'superiorApproval'),
    release(facts, signed(signOff, 'contentApproval')),
    ...laterReview(signOff),
  ];
};

/** A row for steps of the chain; none where the chain asks for none of them. */
const signing = (
  signOff: SignOff,
  stage: StageView['stage'],
  steps: readonly SignatureStep[],
): StageView[] => {
  const asked = requirementsOf(signOff.chain, signOff.release).filter(({ step }) => steps.includes(step));
  if (asked.length === 0) return [];
  const open = asked.filter((requirement) => missing(signOff, requirement).length > 0);
  const reasons = open.flatMap((requirement) => missing(signOff, requirement));
  if (open.length === 0) return [row(stage, 'done')];
  const ready = open.some((requirement) => missingBefore(signOff, requirement.stage).length === 0);
  return [row(stage, signOff.release.state === 'submitted' && ready ? 'current' : 'waiting', reasons)];
};

/** What an emergency left for afterwards. */
const laterReview = (signOff: SignOff): StageView[] => {
  if (signOff.chain.later.length === 0) return [];
  if (signed(signOff, 'laterReview')) return [row('laterReview', 'done')];
  const out = signOff.release.releasedVersion !== null;
  return [row('laterReview', out ? 'current' : 'waiting', [signoffRefusal.stepMissing('laterReview')])];
};

const content = ({ signOff, content: { missing, advice } }: StageFacts, drafting: boolean): StageView => {
  const empty = signOff.version.plain.trim() === '';
  if (empty) return row('content', 'current', [releaseRefusal.emptyText]);
  // What went out before there were elements to ask for is not blamed for lacking them.
  if (!drafting) return row('content', 'done');
  return row('content', missing.length > 0 ? 'blocked' : 'current', [...missing, ...advice]);
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
