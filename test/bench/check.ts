import { checkReleases } from '@koujing/conflict';
import { generatedReleases } from './generated-releases.js';
import { round, timed } from './timing.js';
import { readOptions } from './options.js';

/** Releases per day of a large city with all its districts; the time that N releases span grows with N. */
const PER_DAY = 300;
const SMALLEST = 1_000;

interface CheckFigures {
  readonly size: number;
  readonly spanDays: number;
  readonly seconds: number;
  /** Those that this thread was really given: a loaded machine shows in the difference. */
  readonly cpuSeconds: number;
  readonly releasesPerCpuSecond: number;
  readonly findings: number;
  /** Of the whole process so far, the set itself included. */
  readonly peakMegabytes: number;
}

/**
 * `npm run bench -- check --size N [--per-day D] [--json]`: `koujing check` on N generated releases, without reading and printing,
 * at N and its tenth and hundredth. No quadratic growth means that releases per second of this thread hold while N grows tenfold.
 */
export async function run(options: readonly string[]): Promise<void> {
  const given = readOptions(options, { size: 100_000, 'per-day': PER_DAY });
  const size = given.size;
  const perDay = given['per-day'];
  const growth = [size / 100, size / 10, size]
    .map(Math.round)
    .filter((one) => one === size || one >= SMALLEST)
    .map((one) => {
      const figures = measured(one, perDay);
      if (!given.json) console.log(figures);
      return figures;
    });
  const [first, last] = [growth[0], growth.at(-1)] as [CheckFigures, CheckFigures];
  const result = {
    bench: 'check',
    ...last,
    growth,
    /** 1 is linear; the square of the growth in size would be quadratic. */
    costPerReleaseAgainstSmallest: round(first.releasesPerCpuSecond / last.releasesPerCpuSecond),
  };
  console.log(given.json ? JSON.stringify(result) : { ...result, growth: undefined });
}

function measured(size: number, perDay: number): CheckFigures {
  const spanDays = Math.ceil(size / perDay);
  const releases = [...generatedReleases(size, 7, spanDays)];
  globalThis.gc?.();
  let findings = 0;
  const { wall, cpu } = timed(() => (findings = checkReleases({ releases }).length));
  return {
    size,
    spanDays,
    seconds: round(wall / 1000),
    cpuSeconds: round(cpu / 1000),
    releasesPerCpuSecond: Math.round((1000 * size) / cpu),
    findings,
    peakMegabytes: Math.round(process.resourceUsage().maxRSS / 1024),
  };
}
