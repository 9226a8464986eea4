import type { ApprovalView } from '../../api/contract.js';

/** What a signer gave. */
export type Given =
  | { readonly decision: 'return'; readonly note: string }
  | {
      readonly decision: 'agree';
      readonly note: string;
      /** The verdicts of a confidentiality review. */
      readonly items?: Readonly<Record<string, boolean>>;
      /** The hour that goes with an approval: the proposed one, or another. */
      readonly at?: string;
    };

/** The deed of the API that a decision is: always on the digest that was read. */
export const deedOf = (
  { page, decision: { step } }: Pick<ApprovalView, 'page' | 'decision'>,
  given: Given,
): { readonly path: string; readonly body: Readonly<Record<string, unknown>> } => {
  const { digest } = page.release;
  const { note } = given;
  if (given.decision === 'return') return { path: 'return', body: { digest, note } };
  switch (step) {
    case 'firstReview':
    case 'secondReview':
    case 'finalReview':
      return { path: 'review', body: { digest, step, note } };
    case 'confirmation':
      return { path: 'confirmation', body: { digest, note } };
    case 'confidentialityReview':
      return { path: 'confidentiality-review', body: { digest, items: given.items ?? {}, note } };
    case 'laterReview':
      return { path: 'later-review', body: { digest, items: given.items ?? {}, note } };
    case 'contentApproval':
      return { path: 'approval', body: { digest, note } };
    case 'superiorApproval':
      return { path: 'superior-approval', body: { digest, note } };
  }
};
