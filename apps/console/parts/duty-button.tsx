import { Button, Popover } from 'antd';
import { useId } from 'react';
import type { RefusalReason } from '../api/refusal.js';
import { useWords } from '../language/language.js';
import { ReasonList } from './reason-list.js';
import { words } from './words.js';

interface DutyButtonProps {
  readonly label: string;
  readonly of: { readonly reasons: readonly RefusalReason[] };
  readonly onChoose: () => void;
  readonly primary?: boolean;
}

/** Never hidden: a button that cannot be used tells why, in the API's words, on hover, focus or tap. */
export const DutyButton = ({ label, of: { reasons }, onChoose, primary = false }: DutyButtonProps) => {
  const text = useWords(words);
  const id = useId();
  if (reasons.length === 0)
    return (
      <Button type={primary ? 'primary' : 'default'} onClick={onChoose}>
        {label}
      </Button>
    );
  return (
    <>
      <Popover
        trigger={['hover', 'focus', 'click']}
        title={text.notNow}
        content={<ReasonList reasons={reasons} />}
        classNames={{ root: 'reason-popover' }}
      >
        <Button aria-disabled="true" className="not-now" aria-describedby={id}>
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
