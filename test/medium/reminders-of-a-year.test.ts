import { expect, test } from '@jest/globals';
import { onEachEngine } from '../support/engines.js';
import { Year } from '../bench/tick/year.js';

onEachEngine('a year of clocks', (open) => {
  test('no reminder is missed or doubled over a year of restarts and ticks that died before their commit', async () => {
    const opened = await open();
    try {
      const year = await Year.begin(opened.database, { organs: 3, clocks: 60, matters: 50 });
      const { missed, doubled, gaps, expectedGaps, killed, restarts, reminders } = await year.run();
      expect({ missed, doubled, gaps }).toEqual({ missed: 0, doubled: 0, gaps: expectedGaps });
      for (const [count, atLeast] of [
        [killed, 1],
        [restarts, 2],
        [reminders, 80],
      ] as const)
        expect(count).toBeGreaterThanOrEqual(atLeast);
    } finally {
      await opened.drop();
    }
  });
});
