import type { ButtonProps } from 'antd';
import type { ActionName, ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { ReasonedButton } from '../../parts/reasoned-button.js';
import { words } from './words.js';

interface ActionButtonProps {
  readonly page: ReleasePage;
  readonly action: ActionName;
  readonly onChoose: (action: ActionName) => void;
  readonly type?: ButtonProps['type'];
  readonly busy?: boolean;
}

export const ActionButton = ({
  page,
  action,
  onChoose,
  type = 'default',
  busy = false,
}: ActionButtonProps) => (
  <ReasonedButton
    label={useWords(words).actions[action]}
    reasons={page.actions[action].reasons}
    type={type}
    danger={action === 'return' || action === 'withdraw'}
    loading={busy}
    onClick={() => onChoose(action)}
  />
);
