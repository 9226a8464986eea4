import type { OrganRef } from '../organ/organ.api.js';
import { requirementsOf } from './chain.js';
import { missing, missingBefore, signed, type SignOff } from './sign-off.js';
import type { ReleasePage } from './signoff.api.js';

/** The chain with its article, and where this release stands on each step of it. */
export const chainView = (signOff: SignOff, organ: (id: string) => OrganRef): ReleasePage['chain'] => {
  const { chain, release } = signOff;
  const before = requirementsOf(chain, release).map((requirement) => {
    const reasons = missing(signOff, requirement);
    const ready = missingBefore(signOff, requirement.stage).length === 0;
    const open = ready && release.state === 'submitted' ? ('open' as const) : ('waiting' as const);
    return {
      ...{ step: requirement.step, role: requirement.role, stage: requirement.stage },
      organ: organ(requirement.organId),
      state: reasons.length === 0 ? ('signed' as const) : open,
      reasons: [...reasons],
    };
  });
  const later = chain.later.map(({ step, role }) => {
    const open = release.releasedVersion === null ? ('waiting' as const) : ('open' as const);
    return {
      ...{ step, role, stage: null, reasons: [] },
      organ: organ(release.organId),
      state: signed(signOff, step) ? ('signed' as const) : open,
    };
  });
  const { title, titleEn = title } = chain;
  return { title, titleEn, article: chain.article, steps: [...before, ...later] };
};
