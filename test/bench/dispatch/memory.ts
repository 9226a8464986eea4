import type { Contestant } from './contestants.js';

export interface MemoryUse {
  readonly halfMegabytes: number;
  readonly endMegabytes: number;
  /** Growth over the last half, as a share: 0.1 is ten percent. */
  readonly growth: number;
}

const parts = 10;

/** Resident memory after collection, half-way and at the end of many deliveries. */
export const memoryOver = async (run: Contestant, deliveries: number): Promise<MemoryUse> => {
  const resident: number[] = [];
  for (let part = 0; part < parts; part += 1) {
    await run(deliveries / parts);
    resident.push(await settled());
  }
  const half = resident[parts / 2 - 1] ?? 0;
  const end = resident[parts - 1] ?? 0;
  return { halfMegabytes: half, endMegabytes: end, growth: end / half - 1 };
};

const settled = async (): Promise<number> => {
  for (let times = 0; times < 3; times += 1) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage.rss() / 1_048_576;
};
