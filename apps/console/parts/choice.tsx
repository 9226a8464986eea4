import { Select } from 'antd';

interface ChoiceProps {
  readonly name: string;
  /** What it says where nothing is chosen. */
  readonly any: string;
  readonly value: string | undefined;
  readonly options: { value: string; label: string }[];
  readonly onChange: (value: string | undefined) => void;
}

/** One filter of a list. */
export const Choice = ({ name, any, value, options, onChange }: ChoiceProps) => (
  <Select
    aria-label={name}
    value={value ?? ''}
    options={[{ value: '', label: any }, ...options]}
    onChange={(next: string) => onChange(next === '' ? undefined : next)}
    showSearch={options.length > 8 ? { optionFilterProp: 'label' } : false}
    popupMatchSelectWidth={false}
    className="filter"
  />
);
