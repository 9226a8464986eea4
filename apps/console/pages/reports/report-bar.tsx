import { serverDate } from '../../api/server-clock.js';
import { Input, Select } from 'antd';
import { useWords } from '../../language/language.js';
import { wallTime } from '../../parts/city-time.js';
import { periodsTo, type Days, type NamedPeriod } from './report-days.js';
import { words } from './words.js';

interface BarProps {
  readonly days: Days;
  readonly organ: string;
  readonly organs: { value: string; label: string }[];
  readonly onChange: (next: Partial<Days> & { readonly organ?: string }) => void;
}

/** Period and organ; both stand in the address. */
export const ReportBar = ({ days, organ, organs, onChange }: BarProps) => {
  const text = useWords(words);
  const periods = periodsTo(wallTime(serverDate()));
  const chosen = periods.find(({ from, to }) => from === days.from && to === days.to);
  const nameOf: Readonly<Record<NamedPeriod['unit'], (key: string) => string>> = {
    ...{ halfYear: text.halfName, year: text.yearName, month: text.monthName },
  };
  const options = (['halfYear', 'year', 'month'] as const).map((unit) => ({
    label: text[unit],
    options: periods
      .filter((period) => period.unit === unit)
      .map(({ key }) => ({ value: key, label: nameOf[unit](key) })),
  }));
  const range = { label: text.range, options: [{ value: 'range', label: text.range, disabled: true }] };
  return (
    <div className="filters report-bar">
      <Select
        aria-label={text.period}
        className="filter"
        value={chosen?.key ?? 'range'}
        options={chosen === undefined ? [range, ...options] : options}
        popupMatchSelectWidth={false}
        onChange={(key: string) => {
          const period = periods.find((each) => each.key === key);
          if (period !== undefined) onChange({ from: period.from, to: period.to });
        }}
      />
      <Input
        type="date"
        aria-label={text.from}
        className="report-day"
        value={days.from}
        max={days.to}
        onChange={({ target }) => target.value !== '' && onChange({ from: target.value, to: days.to })}
      />
      <Input
        type="date"
        aria-label={text.to}
        className="report-day"
        value={days.to}
        min={days.from}
        onChange={({ target }) => target.value !== '' && onChange({ from: days.from, to: target.value })}
      />
      <Select
        aria-label={text.organ}
        className="filter"
        value={organ}
        options={organs}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(value: string) => onChange({ organ: value })}
      />
    </div>
  );
};
