import type { IncidentView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { LevelTag } from './level-tag.js';
import { words } from './words.js';
import { cited } from '../../parts/cited.js';

const Level = ({ incident }: { incident: IncidentView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { suggestion, levelReason } = incident;
  return (
    <>
      <h2>
        {text.levelTitle} <LevelTag incident={incident} />
      </h2>
      {levelReason !== '' && <p>{text.basis(levelReason)}</p>}
      <p className="quiet">
        {suggestion.level === null ? text.noSuggestion : text.suggested(text.levels[suggestion.level])}
      </p>
      <ul className="reason-list quiet">
        {suggestion.why.map(({ message, messageEn }) => (
          <li key={message}>{language === 'zh' ? message : messageEn}</li>
        ))}
      </ul>
    </>
  );
};

/** Level with its reasons; who releases, on what ground, and with whose permission. */
export const ResponsibilityPanel = ({ incident }: { incident: IncidentView }) => {
  const { aside, listed } = usePunctuation();
  const text = useWords(words);
  const { language } = useLanguage();
  const { responsibility, permission, override, necessity, headquarters } = incident;
  return (
    <section className="panel">
      <Level incident={incident} />
      <h2 className="incident-who">{text.who}</h2>
      <p>
        <strong>{listed(responsibility.mayRelease.map(({ name }) => name))}</strong>
      </p>
      <p>
        {language === 'zh' ? responsibility.message : responsibility.messageEn}
        {aside(cited(responsibility.article, language))} {responsibility.alone && text.alone}
      </p>
      {necessity !== null && <p className="quiet">{text.necessity(necessity)}</p>}
      {permission !== null && (
        <p className="quiet">{text.permission(permission.organ, permission.document)}</p>
      )}
      {override !== null && <p className="quiet">{text.override(override.reason)}</p>}
      {responsibility.needsPermission && permission === null && override === null && (
        <p className="incident-warning">{text.permissionNeeded}</p>
      )}
      {headquarters.map(({ organ, setUpAt, dissolvedReason }) => (
        <p key={organ.id} className="quiet">
          {text.headquarters(organ.name, cityTime(setUpAt, language))}
          {dissolvedReason !== null && ` · ${text.dissolved(dissolvedReason)}`}
        </p>
      ))}
    </section>
  );
};
