import { Button, Popover, type ButtonProps } from 'antd';
import { useId } from 'react';
import type { ActionName, ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { ReasonList } from '../../parts/reason-list.js';
import { words } from './words.js';

interface ActionButtonProps {
  readonly page: ReleasePage;
  readonly action: ActionName;
  readonly onChoose: (action: ActionName) => void;
  readonly type?: ButtonProps['type'];
  readonly busy?: boolean;
}

/** Never hidden: a button that cannot be used tells why, on hover, focus or tap. */
export const ActionButton = ({
  page,
  action,
  onChoose,
  type = 'default',
  busy = false,
}: ActionButtonProps) => {
  const text = useWords(words);
  const id = useId();
  const { reasons } = page.actions[action];
  const label = text.actions[action];
  if (reasons.length === 0)
    return (
      <Button
        type={type}
        danger={action === 'return' || action === 'withdraw'}
        loading={busy}
        onClick={() => onChoose(action)}
      >
        {label}
      </Button>
    );
  return (
    <>
      <Popover
        trigger={['hover', 'focus', 'click']}
        title={text.why}
        content={<ReasonList reasons={reasons} />}
        classNames={{ root: 'reason-popover' }}
      >
        <Button aria-disabled="true" className="not-now" aria-describedby={id}>
          {label}
        </Button>
      </Popover>
      <span id={id} className="visually-hidden">
        {text.why}
        <ReasonList reasons={reasons} />
      </span>
    </>
  );
};
