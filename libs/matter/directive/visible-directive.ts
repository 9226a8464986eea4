import { visibilityOf, type Actor } from '@koujing/access';
import { Problem } from '@koujing/kernel';
import type { Directive } from './directive.js';
import { directiveRefusal } from './refusal.js';

/** An order is the business of who gave it, who got it, and the office. */
export const visibleDirective = (directive: Directive | null, actor: Actor): Directive => {
  const seen = visibilityOf(actor);
  const ours =
    directive !== null &&
    (seen.all || [directive.fromOrganId, directive.toOrganId].some((id) => seen.organIds.includes(id)));
  if (!ours) throw new Problem('notFound', [directiveRefusal.notFound]);
  return directive;
};
