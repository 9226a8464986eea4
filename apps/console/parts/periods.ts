/** The half-year that holds today and those before it, newest first, each with a day in it. */
export const recentHalves = (
  today: string,
  count: number,
): readonly { readonly key: string; readonly day: string }[] => {
  const now = Number(today.slice(0, 4)) * 2 + (Number(today.slice(5, 7)) <= 6 ? 0 : 1);
  return Array.from({ length: count }, (_, back) => now - back).map((half) => {
    const year = Math.floor(half / 2);
    return half % 2 === 0
      ? { key: `${year}-H1`, day: `${year}-01-01` }
      : { key: `${year}-H2`, day: `${year}-07-01` };
  });
};

/** The half-years that a bulletin can be on: those that are over, newest first, and behind them the one that runs. */
export const reportedHalves = (today: string, count: number): readonly string[] => {
  const [running, ...over] = recentHalves(today, count).map(({ key }) => key);
  return [...over, ...(running === undefined ? [] : [running])];
};

export const recentYears = (today: string, count: number): readonly number[] =>
  Array.from({ length: count }, (_, back) => Number(today.slice(0, 4)) - back);
