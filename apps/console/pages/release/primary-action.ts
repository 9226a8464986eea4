import type { ActionName, ReleasePage } from '../../api/contract.js';
import { isCorrecting } from '../../parts/release-state.js';

/** What may be the one primary button in each state, in the order of the way. */
const candidates: Record<ReleasePage['release']['state'], readonly ActionName[]> = {
  draft: ['submit'],
  returned: ['revise', 'submit'],
  submitted: ['confirm', 'review', 'reviewConfidentiality', 'approve', 'approveAsSuperior'],
  approved: ['publish'],
  scheduled: ['publish'],
  heldByGate: ['publish'],
  released: ['reviewLater'],
  withdrawn: [],
};

const signedIn: Partial<Record<ActionName, ReleasePage['stages'][number]['stage']>> = {
  confirm: 'confirmation',
  reviewConfidentiality: 'confidentialityReview',
  review: 'review',
  approve: 'approval',
  approveAsSuperior: 'superiorApproval',
  reviewLater: 'laterReview',
};

/** Stages that only some chains have; the others are always listed. */
const ofSomeChains: ReadonlySet<ActionName> = new Set(['review', 'approveAsSuperior', 'reviewLater']);

/** True while the stage that an action completes is still open. */
const isOpen = (page: ReleasePage, action: ActionName): boolean => {
  const stage = page.stages.find((one) => one.stage === signedIn[action]);
  if (stage === undefined) return !ofSomeChains.has(action);
  return stage.state !== 'done' && stage.state !== 'notNeeded';
};

/** The button that follows the state: what the reader may do now, else what the release waits for. */
export const primaryActionOf = (page: ReleasePage): ActionName | null => {
  const open = candidates[page.release.state].filter((action) => isOpen(page, action));
  return open.find((action) => page.actions[action].reasons.length === 0) ?? open[0] ?? null;
};

/** The other things that one does in this state, allowed or not. */
export const otherActionsOf = (page: ReleasePage): readonly ActionName[] => {
  const all: Record<ReleasePage['release']['state'], readonly ActionName[]> = {
    draft: ['revise', 'submit', 'proposeTime', 'withdraw'],
    returned: ['revise', 'submit', 'proposeTime', 'withdraw'],
    submitted: [
      ...(['confirm', 'review', 'reviewConfidentiality', 'approve', 'approveAsSuperior'] as const),
      ...(['sendUp', 'return', 'takeBack', 'proposeTime', 'revise', 'withdraw'] as const),
    ],
    approved: ['schedule', 'return', 'proposeTime', 'revise', 'withdraw'],
    scheduled: ['schedule', 'return', 'revise', 'withdraw'],
    heldByGate: ['schedule', 'return', 'revise', 'withdraw'],
    released: ['openCorrection', 'withdrawPublished'],
    withdrawn: [],
  };
  const primary = primaryActionOf(page);
  const { state } = page.release;
  // A correction is given up, not taken down: what it corrects is out.
  const here = isCorrecting(page.release)
    ? [
        ...all[state].filter((action) => action !== 'withdraw'),
        'abandonCorrection' as const,
        'withdrawPublished' as const,
      ]
    : all[state];
  return here.filter((action) => action !== primary && isOpen(page, action));
};
