import type { RefusalReason } from '../api/refusal.js';
import { useLanguage } from '../language/language.js';
import { Quoting } from './quoting.js';

/** Reasons in the words of the API, one sentence a line. */
export const ReasonList = ({ reasons }: { reasons: readonly RefusalReason[] }) => {
  const { language } = useLanguage();
  const allowed = language === 'zh' ? '允许：' : 'Allowed: ';
  return (
    <ul className="reason-list">
      {reasons.map((reason) => (
        <li key={`${reason.code} ${reason.field ?? ''} ${reason.message}`}>
          <Quoting>{language === 'zh' ? reason.message : reason.messageEn}</Quoting>
          {reason.allowed !== undefined && (
            <span className="quiet">
              {' '}
              {allowed}
              {reason.allowed}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
};
