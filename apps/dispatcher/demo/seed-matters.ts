import type { Actor } from '@koujing/access';
import { civilTime } from '@koujing/kernel';
import { lineInputSchema, matterInputSchema } from '../../../libs/matter/matter.api.js';
import type { UseCases } from '../use-cases.js';
import type { DemoCity } from './demo-city.js';
import { demoInstant } from './demo-date.js';
import { openedBefore } from './seeding.js';

/** The demo's matters with their clocks and agreed lines; a clock that has passed is a gap at once. */
export const seedMatters = async (
  cases: UseCases,
  city: DemoCity,
  coordinator: Actor,
  now: Date,
): Promise<void> => {
  const instant = (at: string): string => civilTime(demoInstant(now, at));
  for (const matter of city.matters) {
    const input = matterInputSchema.parse({
      ...{ title: matter.title, kind: matter.kind, trigger: matter.trigger, ownerOrganId: matter.owner },
      ...{
        concernedOrganIds: matter.concerned,
        openedAt: instant(matter.opened),
        dueAt: instant(matter.due),
      },
    });
    const known = await openedBefore(cases.database, matter.owner, matter.title);
    const id = known ?? (await cases.matter.open.perform(input, coordinator));
    const stands = await cases.matters.lines(cases.database.queries, [id]);
    for (const { asOf, ...line } of matter.lines) {
      if (stands.some(({ attribute, about }) => attribute === line.attribute && about === line.about))
        continue;
      const stated = { ...line, asOf: asOf === undefined ? null : instant(asOf) };
      await cases.matter.state.perform(id, lineInputSchema.parse(stated), coordinator);
    }
  }
  await cases.gaps.tick();
};
