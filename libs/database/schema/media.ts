import type { Json } from './organ.js';

export interface MediaOutletTable {
  id: string;
  name: string;
  kind: string;
  note: string;
  created_at: Date;
  updated_at: Date;
}

export interface MediaReporterTable {
  id: string;
  outlet_id: string;
  name: string;
  /** As it was written; mails go here. */
  address: string;
  /** The same mailbox in one spelling; unique. */
  address_key: string;
  phone: string;
  beat: string;
  active: boolean;
  created_at: Date;
  updated_at: Date;
}

export interface MailingListTable {
  id: string;
  name: string;
  /** Embargoed copies go to accredited lists only. */
  accredited: boolean;
  /** Who is on it by what they are, beside who is named; null: nobody. */
  rule: Json<unknown>;
  created_at: Date;
  updated_at: Date;
}

export interface MailingListMemberTable {
  list_id: string;
  reporter_id: string;
}

/** Addresses that left one list of their own will; lifted ones stay as history. */
export interface ListDepartureTable {
  id: string;
  list_id: string;
  address_key: string;
  /** `page`, `mail`. */
  by_way: string;
  left_at: Date;
  lifted_at: Date | null;
  lifted_by: string | null;
  lift_reason: string;
}

/** Mail that came to the return address. */
export interface MailReturnTable {
  id: string;
  mark: string;
  received_at: Date;
  delivery_id: string | null;
  address: string;
  /** `hard`, `refused`, `soft`, `delayed`, `arrived`, `other`. */
  bounce: string;
  status: string;
  diagnostic: string;
  subject: string;
  /** Null while its delivery's own outcome is not committed. */
  applied_at: Date | null;
}

/** Addresses that get nothing; lifted ones stay as history. */
export interface SuppressionTable {
  id: string;
  address_key: string;
  /** `hardBounce`, `unsubscribed`, `byHand`. */
  cause: string;
  detail: string;
  created_by: string;
  created_at: Date;
  lifted_at: Date | null;
  lifted_by: string | null;
  lift_reason: string | null;
}
