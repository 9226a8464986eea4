import { crashRun } from './crash/crash-run.js';

/**
 * `npm run bench -- crash [--rounds 100] [--deliveries 3000] [--seed N] [--json]`: SIGKILL at random moments, to every
 * kind of process and to the database server, while releases go out on every channel; then the platforms are counted.
 */
export async function run(options: readonly string[]): Promise<void> {
  const value = (name: string, otherwise: number): number =>
    options.includes(name) ? Number(options[options.indexOf(name) + 1] ?? otherwise) : otherwise;
  const rounds = value('--rounds', 100);
  const result = await crashRun({
    rounds,
    seed: value('--seed', 20_261_125),
    deliveries: value('--deliveries', rounds * 30),
    say: (line) => void process.stderr.write(`${line}\n`),
  });
  const { deliveries, lost, doubled, flagged, byChannel } = result;
  const shown = { rounds, deliveries, lost, doubled, flagged, byChannel };
  console.log(options.includes('--json') ? JSON.stringify(shown) : shown);
  if (lost > 0 || doubled > 0) process.exitCode = 1;
}
