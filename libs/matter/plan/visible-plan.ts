import { visibilityOf, type Actor } from '@koujing/access';
import { Problem } from '@koujing/kernel';
import { organsOfPlan, type ReleasePlan } from './plan.js';
import { planRefusal } from './refusal.js';

/** A plan is the business of its meeting, lead organ and parts, and the office's; a draft is its lead organ's. */
export const visiblePlan = (plan: ReleasePlan | null, actor: Actor): ReleasePlan => {
  const seen = visibilityOf(actor);
  if (plan !== null && seen.all) return plan;
  const organs = plan === null ? [] : plan.state === 'draft' ? [plan.leadOrganId] : organsOfPlan(plan);
  if (plan === null || seen.all || !organs.some((id) => seen.organIds.includes(id)))
    throw new Problem('notFound', [planRefusal.notFound]);
  return plan;
};
