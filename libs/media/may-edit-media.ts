import { accessRefusal, holds, inOffice, type Actor, type Role } from '@koujing/access';
import type { Reason } from '@koujing/kernel';

/** The register of the media is the office's (Art.20): its coordinators and administrators write it. */
export const mayEditMedia = (actor: Actor): readonly Reason[] =>
  inOffice(actor, 'coordinator') || inOffice(actor, 'administrator')
    ? []
    : [accessRefusal.lacksRole('coordinator')];

/** Reporters' addresses are personal data: shown to who writes, releases or runs the mailings, and to nobody else. */
export const mayReadMedia = (actor: Actor): readonly Reason[] =>
  readers.some((role) => holds(actor, role)) ? [] : [accessRefusal.lacksRole('drafter')];

const readers: readonly Role[] = [
  'drafter',
  'approver',
  'spokesperson',
  'coordinator',
  'administrator',
  'auditor',
];

/** Whoever receives reporters looks at their credentials (Art.20): those who draft or speak for an organ, and the office. */
export const mayReceiveReporters = (actor: Actor): readonly Reason[] =>
  receivers.some((role) => holds(actor, role)) ? [] : [accessRefusal.lacksRole('spokesperson')];

const receivers: readonly Role[] = ['drafter', 'approver', 'spokesperson', 'coordinator', 'administrator'];
