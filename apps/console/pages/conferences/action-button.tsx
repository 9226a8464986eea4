import { Button, Popover, type ButtonProps } from 'antd';
import { useId } from 'react';
import type { RefusalReason } from '../../api/refusal.js';
import { useWords } from '../../language/language.js';
import { ReasonList } from '../../parts/reason-list.js';
import { words } from './words.js';

interface ActionButtonProps {
  readonly label: string;
  readonly reasons: readonly RefusalReason[];
  readonly onClick: () => void;
  readonly type?: ButtonProps['type'];
  readonly size?: ButtonProps['size'];
}

/** Never hidden: a button that cannot be used tells why, in the API's words, on hover, focus or tap. */
export const ActionButton = ({
  label,
  reasons,
  onClick,
  type = 'default',
  size = 'middle',
}: ActionButtonProps) => {
  const text = useWords(words);
  const id = useId();
  if (reasons.length === 0)
    return (
      <Button type={type} size={size} onClick={onClick}>
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
        <Button aria-disabled="true" size={size} className="not-now" aria-describedby={id}>
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
