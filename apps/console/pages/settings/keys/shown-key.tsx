import type { IssuedKey } from '../../../api/contract.js';
import { useLanguage, useWords } from '../../../language/language.js';
import { cityTime } from '../../../parts/city-time.js';
import { ShownOnce } from '../../../parts/shown-once.js';
import { words } from './words.js';

interface ShownKeyProps {
  readonly issued: IssuedKey;
  readonly onClose: () => void;
}

/** A key, once: to who issued it alone, or to who confirmed what another administrator wanted. */
export const ShownKey = ({ issued, onClose }: ShownKeyProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <ShownOnce
      title={text.shown}
      lead={text.shownLead}
      secret={{ name: text.secret, value: issued.secret }}
      facts={[{ name: text.until, value: cityTime(issued.expiresAt, language) }]}
      onClose={onClose}
    />
  );
};
