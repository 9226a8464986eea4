import { useLanguage, useWords } from '../../../language/language.js';
import type { SettableNumber } from '../settable-number.js';
import type { Ranks } from './part-shapes.js';
import { partLines } from './said-part.js';
import { partWords } from './words.js';

interface PartViewProps {
  readonly part: Pick<SettableNumber, 'unit' | 'value'>;
  readonly ranks: Ranks;
}

/** A part that is set whole, line by line. */
export const PartView = ({ part, ranks }: PartViewProps) => {
  const text = useWords(partWords);
  const { language } = useLanguage();
  const lines = partLines(part, { text, language, ranks });
  if (lines.length === 0) return <span className="quiet">{text.none}</span>;
  const [only] = lines;
  if (lines.length === 1 && only?.name === '') return <>{only.says}</>;
  return (
    <ul className="part-lines">
      {lines.map(({ name, says }) => (
        <li key={name}>
          <strong>{name}</strong> {says}
        </li>
      ))}
    </ul>
  );
};
