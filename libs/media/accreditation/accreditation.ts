import { civilTime, type PersonId } from '@koujing/kernel';
import type { StandingState } from './accreditation.api.js';

/** One look at one credential (核验登记, Art.20). Never overwritten: a second look is a second record. */
export interface AccreditationCheck {
  readonly id: string;
  readonly reporterId: string;
  /** Key in the rules file: `pressCard`. */
  readonly credential: string;
  /** Empty for who is led. */
  readonly number: string;
  /** Key in the rules file: `pressCardSite`. */
  readonly register: string;
  /** The register is an official one: what it confirms may not be refused. */
  readonly official: boolean;
  readonly confirmed: boolean;
  /** Last civil day on which it holds, `2027-12-31`; null for who is led, which holds as long as the leader's does. */
  readonly validTo: string | null;
  /** The holder who leads. */
  readonly ledById: string | null;
  readonly matterId: string | null;
  readonly note: string;
  readonly checkedBy: PersonId;
  readonly checkedAt: Date;
}

/** What the newest look at each of a reporter's credentials comes to. */
export interface Standing {
  /** Null: nothing was ever confirmed. */
  readonly until: string | null;
  /** The same for what official registers confirmed. */
  readonly officialUntil: string | null;
  readonly ledById: string | null;
}

/** The civil day of an instant, and one that lies so many days later. */
export const civilDay = (instant: Date, later = 0): string =>
  civilTime(new Date(instant.getTime() + later * 86_400_000)).slice(0, 10);

/** A credential holds through its last day. */
export const stateOf = ({ until }: Standing, now: Date, endingWithinDays: number): StandingState => {
  if (until === null) return 'missing';
  if (until < civilDay(now)) return 'expired';
  return until <= civilDay(now, endingWithinDays) ? 'ending' : 'valid';
};

export const holds = ({ until }: Standing, now: Date): boolean => until !== null && until >= civilDay(now);

export const officiallyConfirmed = ({ officialUntil }: Standing, now: Date): boolean =>
  officialUntil !== null && officialUntil >= civilDay(now);
