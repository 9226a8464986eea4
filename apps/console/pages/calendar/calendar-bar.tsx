import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import type { AddressFilters } from '../../app/address-filters.js';
import { useWords } from '../../language/language.js';
import { Choice } from '../../parts/choice.js';
import { optionsOf } from '../../parts/options-of.js';
import { OrganChoice } from '../../parts/organ-choice.js';
import { useDayNames } from './day-name.js';
import { stepFrom, type Day, type View } from './days.js';
import { words } from './words.js';

interface BarProps {
  readonly view: View;
  readonly on: Day;
  /** On a phone there is one way to show it. */
  readonly phone: boolean;
  readonly onChange: (change: AddressFilters) => void;
}

/** Which days, and how. */
export const CalendarBar = ({ view, on, phone, onChange }: BarProps) => {
  const text = useWords(words);
  const { period } = useDayNames();
  return (
    <div className="cal-bar">
      <Button
        icon={<LeftOutlined aria-hidden />}
        aria-label={text.before[view]}
        title={text.before[view]}
        onClick={() => onChange({ on: stepFrom(view, on, false) })}
      />
      <Button onClick={() => onChange({ on: undefined })}>{text.today}</Button>
      <Button
        icon={<RightOutlined aria-hidden />}
        aria-label={text.after[view]}
        title={text.after[view]}
        onClick={() => onChange({ on: stepFrom(view, on, true) })}
      />
      <p className="cal-period" aria-live="polite">
        {period(view, on)}
      </p>
      {!phone && (
        <Segmented<View>
          aria-label={text.view}
          value={view}
          options={optionsOf(text.views)}
          onChange={(next) => onChange({ view: next === 'month' ? undefined : next })}
        />
      )}
    </div>
  );
};

interface FiltersProps {
  readonly value: AddressFilters;
  readonly onChange: (change: AddressFilters) => void;
}

export const CalendarFilters = ({ value, onChange }: FiltersProps) => {
  const text = useWords(words);
  return (
    <div className="filters" role="search">
      <Choice
        name={text.kind}
        any={text.anyKind}
        value={value['kind']}
        options={optionsOf(text.kinds)}
        onChange={(kind) => onChange({ kind })}
      />
      <OrganChoice
        name={text.organ}
        any={text.anyOrgan}
        value={value['organ']}
        onChange={(organ) => onChange({ organ })}
      />
      <Choice
        name={text.conflict}
        any={text.anyConflict}
        value={value['conflict']}
        options={[{ value: 'open', label: text.onlyConflicts }]}
        onChange={(conflict) => onChange({ conflict })}
      />
    </div>
  );
};
