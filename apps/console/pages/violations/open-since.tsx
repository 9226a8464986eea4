import { FieldTimeOutlined } from '@ant-design/icons';
import type { ViolationSummary } from '../../api/contract.js';
import { useServerNow } from '../../api/server-clock.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime, span } from '../../parts/city-time.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';

type Told = Pick<ViolationSummary, 'state' | 'establishedAt' | 'endedAt'>;

const minuteMs = 60_000;

/** Where other duties have their clock: no rule sets a limit here, so that it is told since when it lies open, by the server’s clock. */
export const OpenSince = ({ of: { state, establishedAt, endedAt } }: { of: Told }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const minutes = (useServerNow() - Date.parse(establishedAt)) / minuteMs;
  const told = <span className="clock">{text.toldAt(cityTime(establishedAt, language))}</span>;
  if (endedAt !== null)
    return (
      <small className="quiet">
        {told} ·{' '}
        <span className="clock">{text.endedAt(text.stateNames[state], cityTime(endedAt, language))}</span>
      </small>
    );
  return (
    <span className="matter-clock">
      <StateTag tone="info">
        <FieldTimeOutlined aria-hidden /> {text.openFor(span(minutes, language))}
      </StateTag>
      <small className="quiet">
        {told} · {text.noLimit}
      </small>
    </span>
  );
};
