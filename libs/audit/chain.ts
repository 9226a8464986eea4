import { digestOf } from '@koujing/kernel';

/** The content of an entry that its seal covers. */
export interface SealedContent {
  readonly id: string;
  readonly at: string;
  readonly actor: string;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly digest: string | null;
  readonly detail: unknown;
}

/** An entry as the database holds it. */
export interface StoredEntry {
  readonly id: string;
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly subject_kind: string;
  readonly subject_id: string;
  readonly digest: string | null;
  readonly detail: unknown;
  readonly seal_seq: number | null;
  readonly seal_hash: string | null;
}

export const contentOf = (row: StoredEntry): SealedContent => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: row.actor,
  action: row.action,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  digest: row.digest,
  detail: row.detail,
});

/** What the first entry is chained to. */
export const chainStart = '0'.repeat(64);

/** Hash of an entry: over its content, its position and the hash before it, so that nothing can be altered, dropped or moved. */
export const sealOf = (content: SealedContent, sequence: number, previous: string): string =>
  digestOf({ content, sequence, previous });
