const day = 86_400_000;
const zoneOffset = '+08:00';
const weekdays = ['日', '一', '二', '三', '四', '五', '六'] as const;

/** The civil date in Asia/Shanghai, `offset` days from the instant's. */
const civil = (now: Date, offset: number): { year: number; month: number; date: number } => {
  const shifted = new Date(now.getTime() + 8 * 3_600_000 + offset * day);
  return { year: shifted.getUTCFullYear(), month: shifted.getUTCMonth() + 1, date: shifted.getUTCDate() };
};

const two = (value: number): string => String(value).padStart(2, '0');

/** `-3 09:20` → that time of day three days before today, in the city's zone. */
export const demoInstant = (now: Date, at: string): Date => {
  const [offset = '0', time = '00:00'] = at.split(' ');
  const { year, month, date } = civil(now, Number(offset));
  return new Date(`${year}-${two(month)}-${two(date)}T${time}:00${zoneOffset}`);
};

/** Fills the demo texts' dates, so that the demo is always about these days. */
export const fillDates = (text: string, now: Date): string => {
  const today = civil(now, 0);
  return text
    .replace(/\{d([+-]\d+)\}/gu, (_, offset: string) => {
      const { month, date } = civil(now, Number(offset));
      return `${month}月${date}日`;
    })
    .replace(/\{m-(\d+)\}/gu, (_, months: string) => {
      const month = new Date(Date.UTC(today.year, today.month - 1 - Number(months), 1));
      return `${month.getUTCFullYear()}年${month.getUTCMonth() + 1}月`;
    })
    .replace(/\{wd-(\d+)-(\d+)\}/gu, (_, month: string, date: string) => {
      const weekday = new Date(Date.UTC(today.year, Number(month) - 1, Number(date))).getUTCDay();
      return weekdays[weekday] ?? '';
    })
    .replaceAll('{year}', String(today.year))
    .replaceAll('{nextyear}', String(today.year + 1));
};
