import { Button, Popover, type ButtonProps } from 'antd';
import { useId, useState } from 'react';
import type { RefusalReason } from '../api/refusal.js';
import { useWords } from '../language/language.js';
import { ReasonList } from './reason-list.js';
import { words } from './words.js';

interface ReasonedButtonProps extends Pick<ButtonProps, 'type' | 'size' | 'danger' | 'loading' | 'icon'> {
  readonly label: string;
  /** What it says to whoever hears it alone, where several of a kind stand on one page. */
  readonly name?: string;
  readonly className?: string;
  /** Undefined while the server has not said yet whether it may be done. */
  readonly reasons: readonly RefusalReason[] | undefined;
  readonly onClick: () => void;
}

/** Never hidden: a button that cannot be used tells why, in the API's words, on hover, focus or tap. */
export const ReasonedButton = ({
  label,
  reasons,
  onClick,
  name,
  className = '',
  size = 'middle',
  ...look
}: ReasonedButtonProps) => {
  const text = useWords(words);
  const named = name === undefined ? {} : { 'aria-label': name };
  const id = useId();
  const [open, setOpen] = useState(false);
  if (reasons === undefined || reasons.length === 0)
    return (
      <Button
        {...look}
        {...named}
        size={size}
        className={className}
        disabled={reasons === undefined}
        onClick={onClick}
      >
        {label}
      </Button>
    );
  return (
    <>
      <Popover
        open={open}
        onOpenChange={setOpen}
        trigger={['hover', 'focus']}
        title={text.notNow}
        content={<ReasonList reasons={reasons} />}
        classNames={{ root: 'reason-popover' }}
      >
        {/* A tap hovers and focuses too; as a third trigger it would close what these have just opened. */}
        <Button
          aria-disabled="true"
          {...named}
          size={size}
          className={`not-now ${className}`}
          aria-describedby={id}
          onClick={() => setOpen(true)}
        >
          {label}
        </Button>
      </Popover>
      <span id={id} className="visually-hidden">
        {text.notNow}
        <ReasonList reasons={reasons} />
      </span>
    </>
  );
};
