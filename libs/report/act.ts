import type { Queries } from '@koujing/database';
import type { OrganId } from '@koujing/kernel';
import type { EvidenceView, ViolationKind } from './violation.api.js';

/** An act of Art.39 as the system establishes it; its consequence is nothing that a system can know. */
export interface Act {
  readonly kind: ViolationKind;
  /** The same act, the same key: it opens one case. */
  readonly key: string;
  readonly organId: OrganId;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly title: string;
  /** Path in the console. */
  readonly link: string;
  readonly act: string;
  readonly actEn: string;
  readonly occurredAt: Date;
  readonly evidence: readonly EvidenceView[];
}

/** Port: where acts are found. Clocks, gaps, releases and findings are sources; a noun that comes later adds its own. */
export interface ActSource {
  /** Acts that stand now; those that are known already may be among them. */
  acts(queries: Queries, now: Date): Promise<readonly Act[]>;
}
