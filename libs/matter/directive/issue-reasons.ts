import type { Actor } from '@koujing/access';
import type { Queries } from '@koujing/database';
import type { Reason } from '@koujing/kernel';
import { inForce } from '../agreed-line.js';
import type { Matter } from '../matter.js';
import { organsOf } from '../matter.js';
import { matterRefusal } from '../refusal.js';
import type { DirectiveInput } from './directive.api.js';
import { isSuperior, mayOrderFor } from './directive.js';
import type { DirectiveParts } from './directive-parts.js';
import { directiveRefusal } from './refusal.js';

/** Who orders whom: both registered, the one above the other, and the person speaks for the one that orders. */
export const orderReasons = async (
  { organs }: Pick<DirectiveParts, 'organs'>,
  queries: Queries,
  { fromOrganId, toOrganId }: Pick<DirectiveInput, 'fromOrganId' | 'toOrganId'>,
  actor: Actor,
): Promise<readonly Reason[]> => {
  const all = await organs.all(queries);
  const from = all.find(({ id }) => id === fromOrganId);
  const unknown = [
    ...(from === undefined ? [matterRefusal.unknownOrgan(fromOrganId, 'fromOrganId')] : []),
    ...(all.some(({ id }) => id === toOrganId) ? [] : [matterRefusal.unknownOrgan(toOrganId, 'toOrganId')]),
  ];
  if (from === undefined || unknown.length > 0) return unknown;
  if (!mayOrderFor(actor, from)) return [directiveRefusal.mayNotOrder];
  return isSuperior(all, fromOrganId, toOrganId) ? [] : [directiveRefusal.notSuperior];
};

/** Its hours lie ahead and in order. Pure. */
export const hourReasons = (
  { acknowledgeBy, dueAt }: Pick<DirectiveInput, 'acknowledgeBy' | 'dueAt'>,
  now: Date,
): readonly Reason[] => {
  const due = Date.parse(dueAt);
  const acknowledge = acknowledgeBy === null ? null : Date.parse(acknowledgeBy);
  return [
    ...(due <= now.getTime() ? [directiveRefusal.dueInThePast('dueAt')] : []),
    ...(acknowledge !== null && acknowledge <= now.getTime()
      ? [directiveRefusal.dueInThePast('acknowledgeBy')]
      : []),
    ...(acknowledge !== null && acknowledge > due ? [directiveRefusal.acknowledgeAfterDue] : []),
  ];
};

/** The matter concerns the ordered organ, and the line is one of it. */
export const matterReasonsOf = async (
  { matters }: Pick<DirectiveParts, 'matters'>,
  queries: Queries,
  input: DirectiveInput,
  matter: Matter | null,
): Promise<readonly Reason[]> => {
  if (input.line !== undefined && input.lineId !== undefined) return [directiveRefusal.oneLine];
  if (matter === null) {
    const free = input.line === undefined || input.demand === 'release';
    return free && input.lineId === undefined ? [] : [directiveRefusal.lineNeedsRelease];
  }
  if (matter.state === 'closed') return [matterRefusal.closed];
  if (!organsOf(matter).includes(input.toOrganId)) return [directiveRefusal.matterNotOurs];
  if (input.lineId === undefined) return [];
  const lines = inForce(await matters.lines(queries, [matter.id]));
  return lines.some(({ lineId }) => lineId === input.lineId) ? [] : [matterRefusal.lineNotFound];
};
