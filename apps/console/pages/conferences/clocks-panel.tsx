import { useDuty } from '../../parts/use-duty.js';
import type { ConferenceView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { ClockDetail } from '../../parts/clock-detail.js';
import { ClockTag } from './clock-tag.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

/** Every clock with its article, and what an emergency means for it. */
export const ClocksPanel = ({ conference }: { conference: ConferenceView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const dutyOf = useDuty();
  return (
    <section className="panel">
      <h2>{text.clocks}</h2>
      {conference.clocks.length === 0 && <p className="quiet">{text.noClock}</p>}
      <ul className="conference-clocks">
        {conference.clocks.map((clock) => (
          <li key={clock.rule}>
            <strong>{dutyOf(clock)}</strong> <span className="quiet">{cited(clock.article, language)}</span>{' '}
            <ClockDetail of={clock} />
            <p>
              <ClockTag clock={clock} />
            </p>
            {clock.basisText !== '' && (
              <p className="note">{language === 'zh' ? clock.basisText : clock.basisTextEn}</p>
            )}
            {clock.provisional && <p className="quiet">{text.provisional}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
};
