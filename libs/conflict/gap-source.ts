import type { Queries, Rows } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';

/** A duty to release whose hour has passed, as far as it takes to know it again. */
export interface PassedDuty {
  /** At its source. */
  readonly id: string;
  /** What it is a duty on. With `name` it is the duty's identity: the same one is raised once. */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly name: string;
  readonly ownerOrganId: OrganId;
  readonly dueAt: Date;
}

/** A duty to release that may pass unmet (Art.15 工作缺位): of an incident, a plan, a directive, a trigger. */
export interface GapDuty extends PassedDuty {
  /** What a person reads: 东港区仓库爆燃事故. */
  readonly title: string;
  /** The duty in words, and the provision: 首次发布, 第二十三条. */
  readonly duty: string;
  readonly dutyEn?: string;
  readonly article: string;
  /** Of the board's row, where it has a matter. */
  readonly matterId: string | null;
  /** Path in the console. */
  readonly link: string;
}

/**
 * Port: whoever keeps duties with an hour feeds the board through it. `passed` are statements that answer all of them whose
 * hour has passed and that are not done, as they stand now: one that is not among them closes its gap. Columns: id,
 * subject_kind, subject_id, name, owner, due_at; the database compares them with the board, so that a minute reads only what
 * differs.
 */
export interface GapSource {
  passed(now: Date): readonly Rows[];
  /** What a person reads of these. */
  duties(queries: Queries, ids: readonly string[]): Promise<readonly GapDuty[]>;
}

/** The owner stands in it, so that a gap is the owner's to see; a duty that passes to another organ is another gap. */
export const dutyKey = ({ subject, name, ownerOrganId }: PassedDuty): string =>
  `duty:${name}:${subject.kind}:${subject.id}@${ownerOrganId}`;
