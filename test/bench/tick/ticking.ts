export interface Timing {
  readonly wallMs: number;
}

/** A tick waits for its database: what counts is how long the minute is held up. */
export const timed = async (work: () => Promise<unknown>): Promise<Timing> => {
  const started = performance.now();
  await work();
  return { wallMs: performance.now() - started };
};

export const quantile = (timings: readonly Timing[], share: number): number => {
  const ordered = timings.map(({ wallMs }) => wallMs).sort((a, b) => a - b);
  return (
    Math.round((ordered[Math.min(ordered.length - 1, Math.floor(ordered.length * share))] ?? 0) * 10) / 10
  );
};
