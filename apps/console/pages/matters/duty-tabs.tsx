import { useLocation, useNavigate } from '@tanstack/react-router';
import { useWords } from '../../language/language.js';
import { duties, dutyAt, type Duty } from './duties.js';
import { dutyWords } from './duty-words.js';
import { TabRow } from '../../parts/tab-row.js';

/** 事项 is one page with a tab for each kind of duty; every tab has an address of its own. */
export const DutyTabs = () => {
  const text = useWords(dutyWords);
  const navigate = useNavigate();
  const here = useLocation({ select: ({ pathname }) => dutyAt(pathname) });
  return (
    <TabRow
      label={text.label}
      activeKey={here ?? ''}
      onChange={(duty) => void navigate({ to: duties[duty] })}
      items={(Object.keys(duties) as Duty[]).map((duty) => ({ key: duty, label: text[duty] }))}
    />
  );
};
