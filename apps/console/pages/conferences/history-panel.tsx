import type { ConferenceView } from '../../api/contract.js';
import { useLanguage, useWords } from '../../language/language.js';
import { cityTime } from '../../parts/city-time.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { words } from './words.js';

type Change = ConferenceView['registrations'][number]['changes'][number];

const said = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'object' && value !== null && 'theme' in value && 'content' in value)
    return `${String(value.theme)} · ${String(value.content)}`;
  return JSON.stringify(value);
};

const ChangeLine = ({ change }: { change: Change }) => {
  const { labelled } = usePunctuation();
  const text = useWords(words);
  const { language } = useLanguage();
  const shown = (value: unknown): string =>
    change.fact === 'time' && typeof value === 'string' ? cityTime(value, language) : said(value);
  return (
    <li>
      {labelled(text.facts[change.fact], '')}
      <del>{shown(change.before)}</del> → <ins>{shown(change.after)}</ins>
    </li>
  );
};

/** Every approval that was given, and why the void ones are void (Art.32). */
export const HistoryPanel = ({ conference }: { conference: ConferenceView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  if (conference.registrations.length === 0) return null;
  return (
    <section className="panel">
      <h2>{text.history}</h2>
      <ul className="conference-clocks">
        {conference.registrations.map((each) => (
          <li key={each.registration}>
            <strong>{text.approvedAt(each.number, cityTime(each.approvedAt, language))}</strong>{' '}
            <span className="quiet">{text.registration(each.registration)}</span>
            {each.voidedAt !== null && (
              <p className="missing">
                {text.voided(cityTime(each.voidedAt, language), each.voidReason ?? '')}
              </p>
            )}
            {each.changes.length > 0 && (
              <ul>
                {each.changes.map((change) => (
                  <ChangeLine key={change.fact} change={change} />
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
};

/** What took place, and how it was received (Art.35). */
export const OutcomePanel = ({ conference }: { conference: ConferenceView }) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { holding, brief } = conference;
  if (holding === null) return null;
  return (
    <section className="panel">
      <h2>{text.held}</h2>
      <p>
        {text.heldText(
          cityTime(holding.heldAt, language),
          holding.minutes,
          holding.journalists,
          holding.questions,
        )}
      </p>
      {brief !== null && (
        <>
          <div className="panel-head">
            <h3>{text.brief}</h3>
            <span className="panel-tools">
              {(['docx', 'pdf'] as const).map((format) => (
                <a key={format} href={`/api/conferences/${conference.id}/brief?format=${format}`} download>
                  {text.briefFiles[format]}
                </a>
              ))}
            </span>
          </div>
          <p className="conference-content">{brief.evaluation}</p>
          <ul className="line-list">
            {brief.coverage.map((line) => (
              <li key={line.url}>
                {line.outlet}{' '}
                <a href={line.url} target="_blank" rel="noreferrer">
                  {line.title}
                </a>
                {line.reach !== null && <span className="quiet"> · {text.reach(line.reach)}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
