import type { FindingId, OrganId, ReleaseId } from '@koujing/kernel';

/** 更正 · 撤回 · 改为联合发布: what a ruling asks of a text that the public already has. */
export type DutyKind = 'correct' | 'withdraw' | 'joint';

/** Owed by the organ whose text lost, until the finding's cause is gone or another ruling lifts it. */
export interface CorrectionDuty {
  readonly id: string;
  readonly findingId: FindingId;
  readonly rulingId: string;
  readonly releaseId: ReleaseId;
  readonly organId: OrganId;
  readonly kind: DutyKind;
  /** A whole sentence: what is to be said instead, and on whose word. */
  readonly demand: string;
  readonly demandEn: string;
  readonly imposedAt: Date;
  readonly endedAt: Date | null;
  readonly outcome: string | null;
  /** '' while it is owed, and of one that ended before English was kept. */
  readonly outcomeEn: string;
}
