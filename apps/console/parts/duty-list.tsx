import { Explanation } from './explanation.js';
import type { CorrectionDutyView } from '../api/contract.js';
import { useLanguage, useWords } from '../language/language.js';
import { cityTime } from './city-time.js';
import { StateTag } from './state-tag.js';
import { words } from './words.js';

/** What organs owe on texts that are out; nothing where nothing is owed. */
export const DutyList = ({ duties }: { duties: readonly CorrectionDutyView[] }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (duties.length === 0) return null;
  return (
    <section className="panel duties" id="duties">
      <h2>{text.duties}</h2>
      <ul>
        {duties.map((duty) => (
          <li key={duty.id}>
            <p>
              <StateTag tone={duty.endedAt === null ? 'error' : 'success'}>
                {duty.endedAt === null ? text.dutyKinds[duty.kind] : text.dutyEnded}
              </StateTag>{' '}
              <span>{duty.organ.name}</span>{' '}
              <small className="quiet">{cityTime(duty.imposedAt, language)}</small>
            </p>
            <p>
              <Explanation of={{ explanation: duty.demand, explanationEn: duty.demandEn }} />
            </p>
            {duty.outcome !== null && (
              <p className="quiet">
                <Explanation of={{ explanation: duty.outcome, explanationEn: duty.outcomeEn }} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};
