import type { ListRule, OutletKind } from './media.api.js';

export type { OutletKind, SuppressionCause } from './media.api.js';

/** A medium: a paper, a station, an agency, a site. */
export interface Outlet {
  readonly id: string;
  readonly name: string;
  readonly kind: OutletKind;
  readonly note: string;
}

/** Somebody, or a desk, at an outlet who gets mail. */
export interface Reporter {
  readonly id: string;
  readonly outletId: string;
  readonly name: string;
  readonly address: string;
  readonly phone: string;
  readonly beat: string;
  /** False for who has left: stays in the register, gets nothing. */
  readonly active: boolean;
}

export interface MailingList {
  readonly id: string;
  readonly name: string;
  /** Embargoed copies go to accredited lists only. */
  readonly accredited: boolean;
  /** Whoever fits it is on the list too, at the moment at which it is read; null: only who is named. */
  readonly rule: ListRule | null;
}
