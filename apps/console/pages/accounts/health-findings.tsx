import type { AccountView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { StateTag } from '../../parts/state-tag.js';
import { words } from './words.js';

/** What the last look found, in the words of whoever refused. */
export const HealthFindings = ({ health }: { readonly health: AccountView['health'] }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (health.checkedAt === null) return <p className="quiet">{text.neverChecked}</p>;
  return (
    <div className="account-findings">
      <p className="quiet">{text.checkedAt(cityTime(health.checkedAt, language))}</p>
      {health.findings.length === 0 ? (
        <p className="all-out">✓ {text.fine}</p>
      ) : (
        <ul>
          {health.findings.map(({ code, severity, message, messageEn }) => (
            <li key={code + message}>
              <StateTag tone={severity === 'block' ? 'error' : 'warning'}>
                {severity === 'block' ? text.willFail : text.mind}
              </StateTag>
              <span>{language === 'zh' ? message : messageEn}</span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
};
