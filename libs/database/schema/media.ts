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
  created_at: Date;
  updated_at: Date;
}

export interface MailingListMemberTable {
  list_id: string;
  reporter_id: string;
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
