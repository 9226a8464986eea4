import { expect, test } from '@jest/globals';
import { crashRun } from '../bench/crash/crash-run.js';

/** The short form of `npm run bench -- crash`: the built program, every kind of process, and the database server. */
test('three kills at random moments lose nothing, double nothing, and leave to a person only what was cut off while sending', async () => {
  const said: string[] = [];
  const result = await crashRun({
    rounds: 3,
    seed: 7,
    deliveries: 90,
    say: (line) => void said.push(line),
  });
  expect({ ...result, said }).toMatchObject({ rounds: 3, lost: 0, doubled: 0 });
  expect(result.deliveries).toBeGreaterThanOrEqual(90);
  for (const channel of ['portal', 'weibo', 'wechat'])
    expect(result.byChannel[channel]).toMatchObject({ lost: 0, doubled: 0, flagged: 0 });
}, 1_500_000);
