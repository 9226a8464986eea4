import type { Queries } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';

/** A duty to release that may pass unmet (Art.15 工作缺位): of an incident, a plan, a directive, a trigger. */
export interface GapDuty {
  /** What it is a duty on. With `name` it is the duty's identity: the same one is raised once. */
  readonly subject: { readonly kind: string; readonly id: string };
  readonly name: string;
  readonly ownerOrganId: OrganId;
  /** What a person reads: 东港区仓库爆燃事故. */
  readonly title: string;
  /** The duty in words, and the provision: 首次发布, 第二十三条. */
  readonly duty: string;
  readonly article: string;
  readonly dueAt: Date;
  readonly met: boolean;
  /** Of the board's row, where it has a matter. */
  readonly matterId: string | null;
  /** Path in the console. */
  readonly link: string;
}

/**
 * Port: whoever keeps duties with an hour feeds the board through it. `overdue` answers all of them whose hour has
 * passed, as they stand now: one that is met, or not there any more, closes its gap.
 */
export interface GapSource {
  overdue(queries: Queries, now: Date): Promise<readonly GapDuty[]>;
}

/** The owner stands in it, so that a gap is the owner's to see; a duty that passes to another organ is another gap. */
export const dutyKey = ({ subject, name, ownerOrganId }: GapDuty): string =>
  `duty:${name}:${subject.kind}:${subject.id}@${ownerOrganId}`;
