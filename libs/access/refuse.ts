import { Problem, type Reason } from '@koujing/kernel';

/** Goes on only if nothing stands against it. A lacking role is `forbidden`, everything else `refused`. */
export const refuseIfAny = (reasons: readonly Reason[]): void => {
  const [first, ...rest] = reasons;
  if (first === undefined) return;
  const forbidden = reasons.some((reason) => reason.code === 'lacksRole');
  throw new Problem(forbidden ? 'forbidden' : 'refused', [first, ...rest]);
};
