import type { ReportContent, ReportName } from '../report.api.js';

/** A report as it was closed. */
export interface FrozenReport {
  readonly id: string;
  readonly name: ReportName;
  readonly from: string;
  readonly to: string;
  readonly organId: string | null;
  readonly content: ReportContent;
  /** Over content and rows. */
  readonly digest: string;
  readonly closedBy: string;
  readonly closedAt: Date;
}
