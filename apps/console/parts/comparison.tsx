import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { mailingListsQuery } from '../api/press-questions.js';
import { accountsQuery } from '../api/questions.js';
import { useLanguage, useWords } from '../language/language.js';
import { Failure } from './answer.js';
import { BlockView } from './block-view.js';
import { compareBlocks } from './compare-blocks.js';
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

const Stretches = ({ before, after }: { before: string; after: string }) => (
  <>
    {compareTexts(before, after).map((change, index) => (
      <Stretch key={index} change={change} />
    ))}
  </>
);

/** What was changed beside title and body: attachments, channels, declarations. */
const Beside = ({ elements, ...versions }: ComparisonProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const accounts = useQuery(accountsQuery);
  const lists = useQuery(mailingListsQuery);
  const named = { accounts: accounts.data?.items ?? [], lists: lists.data?.items ?? [] };
  const names = { language, elements, ...named };
  const bare = (version: ComparedVersion): ComparedVersion => ({ ...version, title: '', blocks: [] });
  const { before, after } = comparedTexts(bare(versions.before), bare(versions.after), names);
  return (
    <>
      <Failure of={accounts} />
      <Failure of={lists} />
      {before.trim() !== after.trim() && (
        <section aria-label={text.changedBeside}>
          <h4>{text.changedBeside}</h4>
          <div className="comparison">
            <Stretches before={before.trim()} after={after.trim()} />
          </div>
        </section>
      )}
    </>
  );
};

/** The text as it stands, with what changed since an earlier version marked where it stands. */
export const MarkedText = (versions: ComparisonProps) => {
  const { before, after } = versions;
  const changes = useMemo(() => compareBlocks(before.blocks, after.blocks), [before, after]);
  return (
    <article className="article marked-text">
      <h3 className="article-title comparison" lang="zh-CN">
        <Stretches before={before.title} after={after.title} />
      </h3>
      {changes.map((change, index) =>
        change.kind === 'same' ? (
          <BlockView key={index} blocks={change.blocks} />
        ) : (
          <div key={index} lang="zh-CN" className="reading comparison marked-block">
            <Stretches {...change} />
          </div>
        ),
      )}
      <Beside {...versions} />
    </article>
  );
};

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
      <div className="comparison reading" lang="zh-CN">
        {changes.map((change, index) => (
          <Stretch key={index} change={change} />
        ))}
      </div>
    </>
  );
};
