import { recentHalves, recentYears } from '../../parts/periods.js';

export interface Days {
  readonly from: string;
  readonly to: string;
}

/** A period with a name: `2026-H2`, `2026`, `2026-11`. */
export interface NamedPeriod extends Days {
  readonly key: string;
  readonly unit: 'halfYear' | 'year' | 'month';
}

const lastOf = (month: string): string => {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return `${month}-${String(new Date(Date.UTC(year, number, 0)).getUTCDate()).padStart(2, '0')}`;
};

export const monthPeriod = (month: string): NamedPeriod => ({
  ...{ key: month, unit: 'month', from: `${month}-01`, to: lastOf(month) },
});

const halfPeriod = (key: string): NamedPeriod => {
  const [first, last] = key.endsWith('1') ? ['01', '06'] : ['07', '12'];
  const year = key.slice(0, 4);
  return { key, unit: 'halfYear', from: `${year}-${first}-01`, to: lastOf(`${year}-${last}`) };
};

const yearPeriod = (year: number): NamedPeriod => ({
  ...{ key: String(year), unit: 'year', from: `${year}-01-01`, to: `${year}-12-31` },
});

const monthsBack = (today: string, count: number): readonly string[] => {
  const now = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  return Array.from({ length: count }, (_, back) => now - back).map(
    (month) => `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`,
  );
};

/** What can be chosen by its name, the newest first. */
export const periodsTo = (today: string): readonly NamedPeriod[] => [
  ...recentHalves(today, 6).map(({ key }) => halfPeriod(key)),
  ...recentYears(today, 5).map(yearPeriod),
  ...monthsBack(today, 18).map(monthPeriod),
];

const day = /^\d{4}-\d{2}-\d{2}$/u;

/** The days in the address; what each report is usually on where there are none: a bulletin is on a half-year that is over. */
export const daysOf = (
  filters: { readonly from?: string | undefined; readonly to?: string | undefined },
  tab: string,
  today: string,
): Days => {
  const { from = '', to = '' } = filters;
  if (day.test(from) && day.test(to) && from <= to) return { from, to };
  const [now, before] = recentHalves(today, 2).map(({ key }) => halfPeriod(key));
  const usual = tab === 'annual' ? yearPeriod(Number(today.slice(0, 4))) : tab === 'bulletin' ? before : now;
  return { from: usual?.from ?? today, to: usual?.to ?? today };
};
