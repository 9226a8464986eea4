import { expect, test } from '@jest/globals';
import { onEachEngine } from '../support/engines.js';
import { Year } from '../bench/tick/year.js';

onEachEngine('a year of clocks', (open) => {
  test('no reminder, gap or violation is missed or doubled over a year of restarts and ticks that died before their commit', async () => {
    const opened = await open();
    try {
      const year = await Year.begin(opened.database, { organs: 3, clocks: 120, matters: 50, days: 365 });
      const result = await year.run();
      expect(result).toMatchObject({
        ...{ missed: 0, doubled: 0, gaps: result.expectedGaps },
        ...{ dutyGaps: result.expectedDutyGaps, violations: result.expectedViolations },
      });
      for (const [count, atLeast] of [
        [result.killed, 1],
        [result.restarts, 2],
        [result.reminders, 80],
        [result.expectedDutyGaps, 1],
        [result.expectedViolations, 2],
      ] as const)
        expect(count).toBeGreaterThanOrEqual(atLeast);
    } finally {
      await opened.drop();
    }
  });
});
