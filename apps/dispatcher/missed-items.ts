import type { GapDuty, GapSource } from '@koujing/conflict';
import type { Queries, Rows } from '@koujing/database';
import { itemDueAt, itemDuty, type PeriodStore } from '@koujing/matter';

/** What an issued plan of a period promised and whose month passed without its release (Art.15, 37). */
export class MissedItems implements GapSource {
  constructor(private readonly periods: PeriodStore) {}

  passed(now: Date): readonly Rows[] {
    return [this.periods.missed(now)];
  }

  async duties(queries: Queries, ids: readonly string[]): Promise<readonly GapDuty[]> {
    return (await this.periods.findItems(queries, ids)).map((item) => ({
      ...{ id: item.id, subject: { kind: 'periodItem', id: item.id }, name: itemDuty.name },
      ...{ ownerOrganId: item.organId, title: item.topic, dueAt: itemDueAt(item), matterId: null },
      ...{
        duty: itemDuty.title,
        dutyEn: itemDuty.titleEn,
        article: itemDuty.article,
        link: `/plans/periods/${item.planId}`,
      },
    }));
  }
}
