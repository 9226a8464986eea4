/**
 * Waits for the work, but no longer than so many milliseconds: what is late ends with the process. For closing only,
 * where a browser's open stream or a mail server that hangs must not keep a process that was asked to go.
 * @throws what the work throws in time
 */
export const within = async (milliseconds: number, work: Promise<unknown>): Promise<void> => {
  const { promise: late, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
    work.catch(() => undefined);
  }
};

/** From the signal to the end of the process (issue 3: "within 10 s"), in the order of `openServer.close`. */
export const leaveWithinMs = { lines: 5_000, jobs: 1_000, process: 9_800 } as const;
