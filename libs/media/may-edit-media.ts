import { accessRefusal, inOffice, type Actor, type Role } from '@koujing/access';
import type { Reason } from '@koujing/kernel';

/** The register of the media is the office's (Art.20): its coordinators and administrators write it. */
export const mayEditMedia = (actor: Actor): readonly Reason[] =>
  inOffice(actor, 'coordinator') || inOffice(actor, 'administrator')
    ? []
    : [accessRefusal.lacksRole('coordinator')];

/** Reporters' addresses are personal data: shown to who writes, releases or runs the mailings, and to nobody else. */
export const mayReadMedia = (actor: Actor): readonly Reason[] =>
  actor.grants.some(({ role }) => readers.has(role)) ? [] : [accessRefusal.lacksRole('drafter')];

const readers: ReadonlySet<Role> = new Set([
  'drafter',
  'approver',
  'spokesperson',
  'coordinator',
  'administrator',
  'auditor',
]);

/** Whoever receives reporters looks at their credentials (Art.20): those who draft or speak for an organ, and the office. */
export const mayReceiveReporters = (actor: Actor): readonly Reason[] =>
  actor.grants.some(({ role }) => receivers.has(role)) ? [] : [accessRefusal.lacksRole('spokesperson')];

const receivers: ReadonlySet<Role> = new Set([
  'drafter',
  'approver',
  'spokesperson',
  'coordinator',
  'administrator',
]);
