import { Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RulesView } from '../../api/contract.js';
import { rulesQuery } from '../../api/register-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { StateTag } from '../../parts/state-tag.js';
import { CalendarPanel } from './calendar-panel.js';
import { ruleEntries, type RuleEntry } from './rule-entries.js';
import { roleWords } from '../../language/role-words.js';
import { ruleNames } from './rule-names.js';
import type { Ranks } from './rule-parts/part-shapes.js';
import { RuleNumber } from './rule-number.js';
import { ruleWords } from './rule-words.js';
import type { SettableNumber } from './settable-number.js';
import { saidValue } from './said-value.js';
import { ReasonList } from '../../parts/reason-list.js';
import { Sheet } from '../../parts/sheet.js';
import { cited } from '../../parts/cited.js';

/** Those parts of `application.rule` that have a name; none where the last of them has none. */
const nameParts = (key: string, names: Readonly<Record<string, string>>): readonly string[] => {
  const parts = key.split('.');
  // A word may mean another thing under another one: a major accident is no major matter.
  const named = parts.map((part, at) => names[`${parts[at - 1]}.${part}`] ?? names[part]);
  return named.at(-1) === undefined ? [] : named.filter((name) => name !== undefined);
};

/** So often in a period, and no limit of time. */
const isOften = ({ unit }: SettableNumber): boolean =>
  unit === 'perQuarter' || unit === 'perHalfYear' || unit === 'perYear';

interface ValuesProps {
  readonly entry: RuleEntry;
  readonly name: string;
  readonly ranks: Ranks;
  readonly may: boolean;
}

const Values = ({ entry, name, ranks, may }: ValuesProps) => {
  const text = useWords(ruleWords);
  const names = useWords(ruleNames);
  const keys: Readonly<Record<string, string>> = { ...names.keys, ...text.keys };
  const nameOf = (key: string): string => {
    const [, list, place] = /^(.+)\.(\d+)\.\w+$/u.exec(key) ?? [];
    if (list !== undefined) return `${nameOf(list)} ${Number(place) + 1}`;
    return key === '' ? text.article : nameParts(key, keys).join(' · ') || key;
  };
  const roles = useWords(roleWords);
  const { language } = useLanguage();
  const said = (key: string, value: unknown): string =>
    key === '' || key.endsWith('article')
      ? cited(String(value), language)
      : saidValue(value, { ...roles, ...names.values, ...text.values }, language);
  return (
    <ul className="rule-values">
      {entry.values.map(({ key, value, origin, number, beside }) => (
        <li key={key}>
          {(key !== '' || number === null) && (
            <span className="quiet">{nameOf(number !== null && isOften(number) ? 'howOften' : key)}</span>
          )}{' '}
          {number === null ? (
            said(key, value)
          ) : (
            <RuleNumber
              number={number}
              name={key === '' ? name : `${name} · ${nameOf(isOften(number) ? 'howOften' : key)}`}
              ranks={ranks}
              may={may}
            />
          )}
          {beside !== null && <span>{said(key, beside)} </span>}
          {origin === 'city' && <StateTag tone="info">{text.origins.city}</StateTag>}
        </li>
      ))}
    </ul>
  );
};

const ranksIn = (items: RulesView['items']): Ranks =>
  (items.find(({ key }) => key === 'roster.ranks')?.value ?? {}) as Ranks;

/** Every number in force with its article, and whether this city set it or inherits it; then the calendar. */
export const RulesTab = () => {
  const text = useWords(ruleWords);
  const { titles } = useWords(ruleNames);
  const { language } = useLanguage();
  const rules = useQuery(rulesQuery);
  const [wanted, setWanted] = useState('');
  const titleOf = ({ title, titleEn }: RuleEntry): string =>
    language === 'en' && titleEn !== '' ? titleEn : title;
  return (
    <>
      <CalendarPanel />
      <section className="panel">
        <h2>{text.rules}</h2>
        <p className="quiet">{text.rulesLead}</p>
        <Input.Search
          className="rule-search"
          allowClear
          placeholder={text.find}
          aria-label={text.find}
          onSearch={setWanted}
        />
        <Answer of={rules} rows={8}>
          {({ items, reasons }) => (
            <>
              <ReasonList reasons={reasons} />
              <Sheet
                heads={[text.rule, text.values_, text.article, text.origin]}
                rows={ruleEntries(items, wanted, titles).map((entry) => ({
                  key: entry.key,
                  cells: [
                    titleOf(entry),
                    <Values
                      {...{ key: 'values', entry, name: titleOf(entry), ranks: ranksIn(items) }}
                      may={reasons.length === 0}
                    />,
                    cited(entry.article, language),
                    text.origins[entry.origin],
                  ],
                }))}
              />
            </>
          )}
        </Answer>
      </section>
    </>
  );
};
