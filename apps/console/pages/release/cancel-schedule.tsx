import { Button, Popconfirm } from 'antd';
import type { ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import type { DeedMutation } from './use-release-actions.js';
import { words } from './words.js';

interface CancelScheduleProps {
  readonly page: ReleasePage;
  readonly deed: DeedMutation;
}

/** Asks first: a release whose hour was taken from it in passing would be missing when the hour comes. */
export const CancelSchedule = ({ page, deed }: CancelScheduleProps) => {
  const text = useWords(words);
  const label = text.actions.cancelSchedule;
  const { reasons } = page.actions.cancelSchedule;
  if (reasons.length > 0) return <ReasonedButton label={label} reasons={reasons} onClick={() => undefined} />;
  return (
    <Popconfirm
      title={text.cancelScheduleAsk}
      okText={label}
      cancelText={text.keepSchedule}
      onConfirm={() => deed.mutate({ path: 'schedule', method: 'DELETE' })}
    >
      <Button loading={deed.isPending}>{label}</Button>
    </Popconfirm>
  );
};
