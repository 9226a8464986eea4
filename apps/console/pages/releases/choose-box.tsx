import { Checkbox } from 'antd';
import { useWords } from '../../language/language.js';
import type { Choosing } from './choosing.js';
import { words } from './words.js';

interface ChooseBoxProps {
  readonly choosing: Choosing;
  readonly id: string;
  readonly title: string;
}

export const ChooseBox = ({ choosing, id, title }: ChooseBoxProps) => {
  const text = useWords(words);
  return (
    <Checkbox
      aria-label={text.choose(title)}
      checked={choosing.chosen.has(id)}
      onChange={({ nativeEvent }) =>
        choosing.click(id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
      }
    />
  );
};

/** All on this page; half ticked while some are. */
export const ChooseAll = ({ choosing, count }: { choosing: Choosing; count: number }) => {
  const text = useWords(words);
  const { size } = choosing.chosen;
  return (
    <Checkbox
      aria-label={text.chooseAll}
      title={text.chooseAll}
      checked={size === count && count > 0}
      indeterminate={size > 0 && size < count}
      onChange={({ target }) => choosing.all(target.checked)}
    />
  );
};
