import { useMemo } from 'react';
import type { ChannelWords, ReleasePage } from '../../api/contract.js';
import { useWords } from '../../language/language.js';
import { compareTexts } from '../../parts/compare-texts.js';
import { StateTag } from '../../parts/state-tag.js';
import { ownFormOf, ownParts } from './own-words.js';
import { words } from './words.js';

const Departure = ({ common, own }: { common: string; own: string }) => {
  const changes = useMemo(() => compareTexts(common, own), [common, own]);
  return (
    <div className="comparison">
      {changes.map(({ kind, text }, index) => {
        if (kind === 'same') return <span key={index}>{text}</span>;
        return kind === 'removed' ? <del key={index}>{text}</del> : <ins key={index}>{text}</ins>;
      })}
    </div>
  );
};

interface OwnWordsNoteProps {
  readonly content: ReleasePage['content'];
  readonly own: ChannelWords;
}

/** That this channel says something of its own, and how it departs from the common words. */
export const OwnWordsNote = ({ content, own }: OwnWordsNoteProps) => {
  const text = useWords(words);
  const form = ownFormOf(own);
  const common = { title: content.title, summary: content.summary, text: content.plain };
  return (
    <details className="own-words">
      <summary>
        <StateTag tone="info">{text.ownSaid}</StateTag> {text.ownShow}
      </summary>
      {ownParts
        .filter((part) => form[part] !== '')
        .map((part) => (
          <div key={part}>
            <strong>{text.ownParts[part]}</strong>
            <Departure common={common[part]} own={form[part]} />
          </div>
        ))}
    </details>
  );
};
