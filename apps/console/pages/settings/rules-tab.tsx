import { Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { rulesQuery } from '../../api/register-questions.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { StateTag } from '../../parts/state-tag.js';
import { CalendarPanel } from './calendar-panel.js';
import { ruleEntries, type RuleEntry } from './rule-entries.js';
import { roleWords } from '../../language/role-words.js';
import { ruleWords } from './rule-words.js';
import { saidValue } from './said-value.js';
import { Sheet } from '../../parts/sheet.js';

const Values = ({ entry }: { entry: RuleEntry }) => {
  const text = useWords(ruleWords);
  const keys = text.keys as Readonly<Record<string, string>>;
  const roles = useWords(roleWords);
  return (
    <ul className="rule-values">
      {entry.values.map(({ key, value, origin }) => (
        <li key={key}>
          <span className="quiet">{keys[key] ?? keys[key.split('.').at(-1) ?? ''] ?? key}</span>{' '}
          {saidValue(value, { ...roles, ...text.values })}
          {origin === 'city' && <StateTag tone="info">{text.origins.city}</StateTag>}
        </li>
      ))}
    </ul>
  );
};

/** Every number in force with its article, and whether this city set it or inherits it; then the calendar. */
export const RulesTab = () => {
  const text = useWords(ruleWords);
  const rules = useQuery(rulesQuery);
  const [wanted, setWanted] = useState('');
  return (
    <>
      <CalendarPanel />
      <section className="panel">
        <h2>{text.rules}</h2>
        <p className="quiet">{text.rulesLead}</p>
        <Input.Search allowClear placeholder={text.find} aria-label={text.find} onSearch={setWanted} />
        <Answer of={rules} rows={8}>
          {({ items }) => (
            <Sheet
              heads={[text.rule, text.values_, text.article, text.origin]}
              rows={ruleEntries(items, wanted).map((entry) => ({
                key: entry.key,
                cells: [
                  entry.title,
                  <Values key="values" entry={entry} />,
                  entry.article,
                  text.origins[entry.origin],
                ],
              }))}
            />
          )}
        </Answer>
      </section>
    </>
  );
};
