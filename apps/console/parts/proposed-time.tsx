import type { TimeProposalView } from '../api/contract.js';
import { useLanguage, useWords } from '../language/language.js';
import { cityTime } from './city-time.js';
import { words } from './words.js';

/** A time that somebody would have, and why: in words and with a dashed line, so that nobody takes it for the hour. */
export const ProposedTime = ({ proposal: { at, why, by } }: { proposal: TimeProposalView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  return (
    <span className="proposed-time">
      {text.proposedAt} <time dateTime={at}>{cityTime(at, language)}</time>
      <small className="quiet"> {text.proposedBy(by.name, why)}</small>
    </span>
  );
};
