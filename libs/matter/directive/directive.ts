import { holds, inOffice, may, servesAs, type Actor } from '@koujing/access';
import type { OrganId, PersonId, ReleaseId } from '@koujing/kernel';
import type { Organ } from '@koujing/organ';
import type { DirectiveDemand, DirectiveState } from './directive.api.js';

/** 上级指令: a superior, or the office, orders an organ to release or to report by an hour (Art.39(5), 12(4)). */
export interface Directive {
  readonly id: string;
  readonly fromOrganId: OrganId;
  readonly toOrganId: OrganId;
  readonly title: string;
  readonly text: string;
  readonly demand: DirectiveDemand;
  readonly matterId: string | null;
  /** The agreed line of the matter that was ordered; a text that departs from it is flagged by libs/conflict. */
  readonly lineId: string | null;
  /** The matter was opened for this directive; then its gap is this directive's. */
  readonly openedMatter: boolean;
  readonly issuedBy: PersonId;
  readonly issuedAt: Date;
  readonly acknowledgeBy: Date;
  readonly dueAt: Date;
  readonly state: DirectiveState;
  readonly acknowledgedBy: PersonId | null;
  readonly acknowledgedAt: Date | null;
  readonly fulfilledBy: string | null;
  readonly fulfilledAt: Date | null;
  readonly releaseId: ReleaseId | null;
  readonly report: string;
  readonly withdrawnBy: PersonId | null;
  readonly withdrawnAt: Date | null;
  readonly withdrawnReason: string;
  readonly revision: number;
  readonly updatedAt: Date;
}

export const isOpen = ({ state }: Pick<Directive, 'state'>): boolean =>
  state === 'issued' || state === 'acknowledged';

export const isOverdue = (directive: Pick<Directive, 'state' | 'dueAt'>, now: Date): boolean =>
  isOpen(directive) && directive.dueAt <= now;

export const isUnacknowledged = (directive: Pick<Directive, 'state' | 'acknowledgeBy'>, now: Date): boolean =>
  directive.state === 'issued' && directive.acknowledgeBy <= now;

/** The office of Art.4, or an organ on the way up from the ordered one. */
export const isSuperior = (organs: readonly Organ[], fromId: OrganId, toId: OrganId): boolean => {
  const byId = new Map(organs.map((organ) => [organ.id, organ]));
  if (fromId === toId) return false;
  if (byId.get(fromId)?.isOffice === true) return true;
  const seen = new Set<string>();
  let above = byId.get(toId)?.parentId ?? null;
  while (above !== null && !seen.has(above)) {
    if (above === fromId) return true;
    seen.add(above);
    above = byId.get(above)?.parentId ?? null;
  }
  return false;
};

/** Whether this person may order in any organ's name. */
export const mayOrderForSome = (actor: Actor): boolean =>
  inOffice(actor, 'coordinator') ||
  (['approver', 'spokesperson'] as const).some((role) => holds(actor, role));

/** Who may order in an organ's name: the office's coordinators (Art.4), elsewhere leader and spokesperson. */
export const mayOrderFor = (actor: Actor, organ: Pick<Organ, 'id' | 'isOffice'>): boolean =>
  organ.isOffice
    ? may(actor, 'coordinator', organ.id).length === 0
    : servesAs(actor, ['approver', 'spokesperson'], organ.id);
