import type { MatterSummary } from '../api/contract.js';
import { conflictWords } from '../language/conflict-words.js';
import { useLanguage, useWords } from '../language/language.js';
import { cityTime } from './city-time.js';
import { words } from './words.js';

/** `死亡人数 2人 · 截至 11月23日 08:00 · 市应急局` */
export const LineText = ({ line }: { line: MatterSummary['lines'][number] }) => {
  const text = useWords(words);
  const { attributes } = useWords(conflictWords);
  const { language } = useLanguage();
  return (
    <span className="line-text">
      {line.about === '' ? (attributes[line.attribute] ?? line.attribute) : line.about}{' '}
      <strong>
        {line.value}
        {line.unit}
      </strong>
      <small className="quiet">
        {line.asOf !== null && ` · ${text.asOf(cityTime(line.asOf, language))}`} · {line.owner.shortName}
      </small>
    </span>
  );
};
