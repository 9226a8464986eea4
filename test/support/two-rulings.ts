import type { Actor } from '@koujing/access';
import type { City } from './a-city.js';

/** Of what is open: a text that holds, so that the other has to be corrected, and one that may stand. */
export const twoRulings = async ({ cases }: City, coordinator: Actor): Promise<void> => {
  const { queries } = cases.database;
  const open = queries.selectFrom('finding').select('id').where('state', '=', 'open');
  const [first, second] = await open.orderBy('raised_at').orderBy('id').execute();
  for (const [ruling, id] of [
    ['preferA', first?.id],
    ['letStand', second?.id],
  ] as const)
    await cases.rule.perform(id ?? '', { ruling, reason: '以先发的为准。' }, coordinator);
};
