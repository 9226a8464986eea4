import { useWords } from '../../language/language.js';
import { optionsOf } from '../../parts/options-of.js';
import { RegisterPanel } from './register-panel.js';
import { registerWords } from './register-words.js';

/** What is not public and why; recorded again, it was looked at again (信息公开条例 Art.18). */
export const NonPublicationPanel = () => {
  const text = useWords(registerWords);
  const disclosures: Readonly<Record<string, string>> = text.disclosures;
  const outcomes: Readonly<Record<string, string>> = text.outcomes;
  return (
    <RegisterPanel
      register="nonPublication"
      heads={[text.information, text.disclosure, text.whyNotPublic, text.reviewedOn, text.outcome]}
      initial={{ disclosure: 'none', outcome: 'kept' }}
      fields={[
        { name: 'title', label: text.information },
        {
          ...{ name: 'disclosure', label: text.disclosure, kind: 'select' },
          options: optionsOf(text.disclosures),
        },
        { name: 'reason', label: text.whyNotPublic, kind: 'area' },
        { name: 'reviewedOn', label: text.reviewedOn, kind: 'date' },
        { ...{ name: 'outcome', label: text.outcome, kind: 'select' }, options: optionsOf(text.outcomes) },
        { name: 'note', label: text.note, optional: true },
      ]}
      cellsOf={({ detail }) => [
        <strong key="title">{detail['title']}</strong>,
        disclosures[String(detail['disclosure'])],
        detail['reason'],
        detail['reviewedOn'],
        outcomes[String(detail['outcome'])],
      ]}
    />
  );
};
