interface Day {
  readonly date: string;
  readonly name: string;
}

const dayMs = 86_400_000;
const follows = (one: string, other: string): boolean => Date.parse(other) - Date.parse(one) === dayMs;
const short = (date: string): string => `${Number(date.slice(5, 7))}.${Number(date.slice(8))}`;

/** Days as a person reads them, each holiday's run as one: `元旦 1.1–1.3`. Days come in order. */
export const dayRanges = (days: readonly Day[]): readonly string[] => {
  const runs: { readonly name: string; readonly first: string; last: string }[] = [];
  for (const { date, name } of days) {
    const run = runs.at(-1);
    if (run?.name === name && follows(run.last, date)) run.last = date;
    else runs.push({ name, first: date, last: date });
  }
  return runs.map(({ name, first, last }) =>
    first === last ? `${name} ${short(first)}` : `${name} ${short(first)}–${short(last)}`,
  );
};
