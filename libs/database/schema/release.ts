import type { ColumnType, Generated } from 'kysely';
import type { Json } from './organ.js';

export interface ReleaseTable {
  id: string;
  /** Human number, e.g. `滨新发〔2026〕12号`; unique. */
  number: string;
  organ_id: string;
  kind: string;
  state: string;
  /** Highest version; the one that signatures and dispatch look at. */
  version: number;
  title: string;
  joint_organ_ids: Json<readonly string[]>;
  /** A release's id, or `organ:` and the name of the organ that is relayed. */
  relay_of: string | null;
  supersedes: string | null;
  matter: string | null;
  /** The superior that must approve as well, because the matter concerns the whole city (Art.14(d)). */
  superior_organ_id: ColumnType<string | null, string | null | undefined, string | null>;
  scheduled_at: Date | null;
  /** The version that the public has seen last; null while it was never out. */
  released_version: number | null;
  /** Set when the gate let it pass. */
  released_at: Date | null;
  /** The released version that was last looked at for violations (Art.39). */
  examined_version: ColumnType<number | null, number | null | undefined, number | null>;
  /** Order of release under the gate's lock; null until released. */
  gate_seq: number | null;
  hold_reason: string | null;
  drafted_by: string;
  /** Real releases that were imported keep the address of their line. */
  imported_from: string | null;
  /** Raised by every write; an edit that read an older one is refused as stale. */
  revision: number;
  created_at: Date;
  updated_at: Date;
}

export interface ReleaseVersionTable {
  release_id: string;
  version: number;
  title: string;
  summary: string;
  blocks: Json<unknown>;
  plain: string;
  column_name: string;
  keywords: Json<readonly string[]>;
  /** Ids of the channel accounts chosen. */
  account_ids: Json<readonly string[]>;
  /** Single addresses chosen for e-mail accounts. */
  recipients: Json<readonly string[]>;
  /** Mailing lists chosen for e-mail accounts; their members are read when it goes out. */
  mailing_list_ids: ColumnType<readonly string[], readonly string[] | undefined, readonly string[]>;
  /** Account id → a text, or title, summary and text of its own. */
  overrides: Json<unknown>;
  /** Duty, disclosure, legal basis and ticked elements; `{}` in versions older than these. */
  declaration: ColumnType<unknown, unknown, unknown>;
  /** Documents for the public to download: digest and name. */
  attachments: ColumnType<unknown, unknown, unknown>;
  /** What a corrected version tells the public of the change; '' on a first publication. */
  correction_note: Generated<string>;
  /** Everything the public will see (DESIGN: "The way of a release"). */
  digest: string;
  drafted_by: string;
  created_at: Date;
}

/** What a person types and has not saved: no version of anything. */
export interface WorkingCopyTable {
  person_id: string;
  /** A release's id, or `new`. */
  subject: string;
  base_revision: number | null;
  draft: Json<unknown>;
  seq: number;
  saved_at: Date;
}

/** Who has a release open for editing; it keeps nobody out. */
export interface EditingPersonTable {
  release_id: string;
  person_id: string;
  seen_at: Date;
}

/** An organ that a text touches and that need not confirm, with the drafter's reason (Art.14(c)). */
export interface ReleaseConcernTable {
  release_id: string;
  organ_id: string;
  reason: string;
  /** The sentences that touched it, of which alone the reason speaks. */
  passages: Json<readonly string[]>;
  /** Of the version on which it was given. */
  digest: string;
  dismissed_by: string;
  dismissed_at: Date;
}

/** What a file says beside what one reads in it: a list of kind and text. */
export type TracesColumn = ColumnType<unknown, unknown, unknown>;

export interface AttachmentTable {
  sha256: string;
  mime_type: string;
  bytes: Uint8Array;
  /** What a document says; '' of a picture. */
  text: Generated<string>;
  /** Found in the file as it came, and taken out. */
  traces: TracesColumn;
  created_at: Date;
}

/** A document that was read into a draft. */
export interface SourceDocumentTable {
  sha256: string;
  name: string;
  traces: TracesColumn;
  read_at: Date;
}

export interface ReleaseSourceTable {
  release_id: string;
  sha256: string;
}

/** Digests of pictures that the house has drawn itself. */
export interface DrawnPictureTable {
  sha256: string;
}

export interface AttachmentUploadTable {
  sha256: string;
  person_id: string;
}

export interface ReleaseImageTable {
  release_id: string;
  version: number;
  sha256: string;
  alt: string;
  position: number;
}

export interface SignatureTable {
  id: string;
  release_id: string;
  version: number;
  digest: string;
  /** `confirmation`, `confidentialityReview`, `contentApproval` and the further steps of a chain. */
  step: string;
  organ_id: string;
  person_id: string;
  decision: string;
  note: string;
  items: Json<Readonly<Record<string, boolean>>>;
  /** The delegator whose desk this person held; null who signed at their own. */
  on_behalf_of: ColumnType<string | null, string | null | undefined, string | null>;
  /** The authorisation that the approval rests on; null by office. */
  authorisation_id: ColumnType<string | null, string | null | undefined, string | null>;
  signed_at: Date;
  voided_at: Date | null;
  void_reason: string | null;
}

/** When its drafter would have it go out; nothing goes out by it. */
export interface ProposedTimeTable {
  release_id: string;
  at: Date;
  why: string;
  person_id: string;
  made_at: Date;
}

/** The chain that a release was handed in under. */
export interface KeptChainTable {
  release_id: string;
  chain: Json<unknown>;
  kept_at: Date;
}

/** That a person read a text, and when last. */
export interface ReleaseLookTable {
  person_id: string;
  release_id: string;
  version: number;
  digest: string;
  looked_at: Date;
}

/** What somebody said about a text; never part of it. */
export interface ReleaseRemarkTable {
  id: string;
  release_id: string;
  version: number;
  person_id: string;
  text: string;
  /** That version was before the public already: who reads it there reads this too. */
  on_released: boolean;
  said_at: Date;
}
