import { useMemo } from 'react';
import { useWords } from '../language/language.js';
import { compareTexts, type Change } from './compare-texts.js';
import { words } from './words.js';

const Stretch = ({ change }: { change: Change }) => {
  switch (change.kind) {
    case 'same':
      return <>{change.text}</>;
    case 'removed':
      return <del>{change.text}</del>;
    case 'added':
      return <ins>{change.text}</ins>;
  }
};

interface ComparedText {
  readonly title: string;
  readonly plain: string;
}

interface ComparisonProps {
  readonly before: ComparedText;
  readonly after: ComparedText;
}

export const Comparison = ({ before, after }: ComparisonProps) => {
  const text = useWords(words);
  const changes = useMemo(
    () => compareTexts(`${before.title}\n${before.plain}`, `${after.title}\n${after.plain}`),
    [before, after],
  );
  if (changes.every(({ kind }) => kind === 'same')) return <p className="quiet">{text.noChange}</p>;
  return (
    <div className="comparison reading">
      {changes.map((change, index) => (
        <Stretch key={index} change={change} />
      ))}
    </div>
  );
};
