import type { MatterSummary } from '../api/contract.js';
import { useLanguage, useWords } from '../language/language.js';
import { cityTime } from './city-time.js';
import { DueClock } from './due-clock.js';
import { StateTag } from './state-tag.js';
import { words } from './words.js';

type Clocked = Pick<MatterSummary, 'state' | 'dueAt' | 'answeredAt'>;

/** The owner's answer to a matter, or how long is left for it. */
export const MatterClock = ({
  matter: { state, dueAt, answeredAt },
  basis,
}: {
  matter: Clocked;
  /** The duty that the hour rests on; absent where somebody set the hour without one. */
  basis?: string | undefined;
}) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (answeredAt !== null)
    return <StateTag tone="success">{text.answered(cityTime(answeredAt, language))}</StateTag>;
  if (dueAt === null) return <span className="quiet">{text.noClock}</span>;
  return <DueClock dueAt={dueAt} ended={state === 'closed'} {...(basis === undefined ? {} : { basis })} />;
};
