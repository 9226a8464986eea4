/** Asks until it is so; fails with what was seen last. */
export const until = async <T>(
  look: () => Promise<T>,
  isSo: (seen: T) => boolean,
  patienceMs = 20_000,
): Promise<T> => {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const seen = await look();
    if (isSo(seen)) return seen;
    if (performance.now() > giveUpAt) throw new Error(`still ${JSON.stringify(seen)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
