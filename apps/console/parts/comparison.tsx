import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { mailingListsQuery } from '../api/press-questions.js';
import { accountsQuery } from '../api/questions.js';
import { useLanguage, useWords } from '../language/language.js';
import { Failure } from './answer.js';
import { compareTexts, type Change } from './compare-texts.js';
import { comparedTexts, type ComparedNames, type ComparedVersion } from './compared-version.js';
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

interface ComparisonProps {
  readonly before: ComparedVersion;
  readonly after: ComparedVersion;
  readonly elements: ComparedNames['elements'];
}

/** Two versions laid over each other, with all that is signed beside their text. */
export const Comparison = ({ elements, ...versions }: ComparisonProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const accounts = useQuery(accountsQuery);
  const lists = useQuery(mailingListsQuery);
  const named = { accounts: accounts.data?.items ?? [], lists: lists.data?.items ?? [] };
  const names = { language, elements, ...named };
  const { before, after } = comparedTexts(versions.before, versions.after, names);
  const changes = useMemo(() => compareTexts(before, after), [before, after]);
  if (changes.every(({ kind }) => kind === 'same')) return <p className="quiet">{text.noChange}</p>;
  return (
    <>
      <Failure of={accounts} />
      <Failure of={lists} />
      <div className="comparison reading">
        {changes.map((change, index) => (
          <Stretch key={index} change={change} />
        ))}
      </div>
    </>
  );
};
