import { Alert, Button } from 'antd';
import type { EditingView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { words } from './words.js';

/** A colleague saved while this page was open and nothing was typed here: the newer text is one step away. */
export const NewerNote = ({ by, onReload }: { by: EditingView['stored']; onReload: () => void }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title={text.staleBy(by.by, cityTime(by.at, language))}
      action={<Button onClick={onReload}>{text.newerLoad}</Button>}
    />
  );
};
