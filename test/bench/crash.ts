import { crashRun } from './crash/crash-run.js';
import { readOptions } from './options.js';

/**
 * `npm run bench -- crash [--rounds 100] [--deliveries 3000] [--seed N] [--json]`: SIGKILL at random moments, to every
 * kind of process and to the database server, while releases go out on every channel; then the platforms are counted.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { rounds: 100, seed: 20_261_125, deliveries: 0 });
  const rounds = given.rounds;
  const result = await crashRun({
    rounds,
    seed: given.seed,
    deliveries: given.deliveries === 0 ? rounds * 30 : given.deliveries,
    say: (line) => void process.stderr.write(`${line}\n`),
  });
  const { deliveries, lost, doubled, flagged, byChannel } = result;
  const shown = { rounds, deliveries, lost, doubled, flagged, byChannel };
  console.log(given.json ? JSON.stringify(shown) : shown);
  if (lost > 0 || doubled > 0) process.exitCode = 1;
}
