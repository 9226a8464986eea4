/** Wall-clock milliseconds, and those that this thread was really given: a loaded machine shows in the difference. */
export interface Timing {
  readonly wall: number;
  readonly cpu: number;
}

const cell = new Int32Array(new SharedArrayBuffer(4));

/**
 * The kernel counts a thread's time up at its ticks, 4 ms apart, and whenever the thread sleeps: a moment's sleep before each
 * reading makes it exact.
 */
const settle = (): void => void Atomics.wait(cell, 0, 0, 0.01);

export function timed(action: () => unknown): Timing {
  settle();
  const before = process.threadCpuUsage();
  const started = performance.now();
  action();
  const wall = performance.now() - started;
  settle();
  const { user, system } = process.threadCpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

export interface Quantiles {
  readonly p50: number;
  readonly p99: number;
  readonly cpuP50: number;
  readonly cpuP99: number;
}

export function quantiles(timings: readonly Timing[]): Quantiles {
  const at = (values: readonly number[], share: number): number => {
    const ordered = [...values].sort((a, b) => a - b);
    return round(ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? 0);
  };
  const wall = timings.map((timing) => timing.wall);
  const cpu = timings.map((timing) => timing.cpu);
  return { p50: at(wall, 0.5), p99: at(wall, 0.99), cpuP50: at(cpu, 0.5), cpuP99: at(cpu, 0.99) };
}

export const round = (value: number): number => Math.round(value * 100) / 100;
