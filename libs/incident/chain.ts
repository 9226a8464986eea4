import type { ReleaseId } from '@koujing/kernel';
import type { FigureName, FigureRecord, Figures } from './incident.js';

/** Counts that only a stated reason may lower before the public (核减). */
export const countedNames = [
  'deaths',
  'injured',
  'missing',
  'trapped',
] as const satisfies readonly FigureName[];

/** A release that went out on an incident: its place in the numbered chain. */
export interface ChainEntry {
  readonly incidentId: string;
  readonly releaseId: ReleaseId;
  /** 1 is the first release (首次发布). */
  readonly ordinal: number;
  readonly version: number;
  readonly releasedAt: Date;
  /** The moment its figures hold for. */
  readonly asOf: Date;
  readonly figures: Figures;
  /** Whose duty it was when it went out; stays, whatever is computed anew later (Art.22). */
  readonly responsibleOrganId: string;
  /** It was released by whoever had to. */
  readonly counts: boolean;
}

/** 首次发布, 续报1, 续报2 … */
export const labelOf = (ordinal: number): { readonly label: string; readonly labelEn: string } =>
  ordinal === 1
    ? { label: '首次发布', labelEn: 'First release' }
    : { label: `续报${ordinal - 1}`, labelEn: `Follow-up ${ordinal - 1}` };

/** A figure that is lower than the last one told. */
export interface StepBack {
  readonly name: (typeof countedNames)[number];
  readonly from: number;
  readonly to: number;
}

/** The last figure of each kind that the chain tells. A release that is silent on one leaves the older standing. */
export const toldSoFar = (chain: readonly Pick<ChainEntry, 'figures'>[]): Figures =>
  chain.reduce<Figures>((told, { figures }) => ({ ...told, ...figures }), {});

export const stepsBack = (before: Figures, after: Figures): readonly StepBack[] =>
  countedNames.flatMap((name) => {
    const from = before[name];
    const to = after[name];
    return from === undefined || to === undefined || to >= from ? [] : [{ name, from, to }];
  });

/** The fact sheet as it stands: of each figure the one that holds for the latest moment. */
export const currentFigures = (records: readonly Pick<FigureRecord, 'figures' | 'asOf'>[]): Figures =>
  [...records]
    .sort((a, b) => a.asOf.getTime() - b.asOf.getTime())
    .reduce<Figures>((sheet, { figures }) => ({ ...sheet, ...figures }), {});
