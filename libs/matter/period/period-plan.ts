import type { Actor } from '@koujing/access';
import { civilTime, type OrganId, type PersonId, type ReleaseId } from '@koujing/kernel';
import type { ReleaseForm } from '../plan/release-form.api.js';
import type { ItemState, PeriodCounts } from './period.api.js';

/** 新闻发布计划和重点内容 of a period, drawn up by the office after the city's central work (Art.37). */
export interface PeriodPlan {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM`, both ends included. */
  readonly fromMonth: string;
  readonly toMonth: string;
  readonly keyContent: string;
  readonly state: 'draft' | 'issued';
  readonly madeBy: PersonId;
  readonly issuedBy: PersonId | null;
  readonly issuedAt: Date | null;
  readonly items: readonly PeriodItem[];
  readonly revision: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** One planned release, and the actual one. */
export interface PeriodItem {
  readonly id: string;
  readonly organId: OrganId;
  readonly topic: string;
  readonly month: string;
  readonly form: ReleaseForm;
  readonly keyContent: string;
  readonly droppedReason: string | null;
  readonly releaseId: ReleaseId | null;
  readonly linkedBy: PersonId | null;
  readonly linkedAt: Date | null;
}

/** An item is late when its month is over: the measures give no day (Art.37), so the month is the hour. */
export const stateOf = (
  item: Pick<PeriodItem, 'month' | 'droppedReason'>,
  out: boolean,
  now: Date,
): ItemState => {
  if (out) return 'done';
  if (item.droppedReason !== null) return 'dropped';
  return item.month < civilTime(now).slice(0, 7) ? 'overdue' : 'planned';
};

/** The first instant after the item's month. */
export const itemDueAt = ({ month }: Pick<PeriodItem, 'month'>): Date => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  const next = number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
  return new Date(`${next}-01T00:00:00+08:00`);
};

/** How the board calls an item that was planned, issued and not released (Art.15, 37). */
export const itemDuty = {
  name: 'periodItem',
  title: '发布计划的选题',
  titleEn: 'Topic of the release plan',
  article: '第三十七条（条文无日期，以计划的月份为限）',
} as const;

export const countsOf = (states: readonly ItemState[]): PeriodCounts => {
  const count = (state: ItemState): number => states.filter((each) => each === state).length;
  const planned = states.length - count('dropped');
  const done = count('done');
  const share = planned === 0 ? null : Math.round((done / planned) * 100);
  return { planned, done, overdue: count('overdue'), dropped: count('dropped'), share };
};

/** Art.37: the plan is the office's. */
export const plansForTheCity = ({ grants }: Pick<Actor, 'grants'>): boolean =>
  grants.some(({ role, office, organId }) => role === 'coordinator' && (office || organId === null));
