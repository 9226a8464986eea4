import { serverDate } from '../../api/server-clock.js';
import { useQuery } from '@tanstack/react-query';
import { ruleBookQuery } from '../../api/register-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { wallTime } from '../../parts/city-time.js';
import { recentYears } from '../../parts/periods.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { BulletinPanel } from './bulletin-panel.js';
import { Missing } from './missing.js';
import { NonPublicationPanel } from './non-publication-panel.js';
import { RegisterPanel } from './register-panel.js';
import { registerWords } from './register-words.js';
import { RelayPanel } from './relay-panel.js';
import { WorkflowPanel } from './workflow-panel.js';
import { cited } from '../../parts/cited.js';

const PressAreas = () => {
  const text = useWords(registerWords);
  return (
    <RegisterPanel
      register="pressArea"
      heads={[text.areaName, text.place, text.hours, text.contact, text.desk]}
      fields={[
        { name: 'name', label: text.areaName },
        { name: 'place', label: text.place },
        { name: 'hours', label: text.hours },
        { name: 'contact', label: text.contact },
        { name: 'accreditationDesk', label: text.desk, optional: true },
      ]}
      cellsOf={({ detail }) => [
        <strong key="name">{detail['name']}</strong>,
        detail['place'],
        detail['hours'],
        detail['contact'],
        detail['accreditationDesk'],
      ]}
    />
  );
};

const Attestations = () => {
  const text = useWords(registerWords);
  const years = recentYears(wallTime(serverDate()), 5).map(String);
  return (
    <RegisterPanel
      register="noPayment"
      noReplace
      heads={[text.year, text.note]}
      initial={{ year: years[0] ?? '' }}
      detailOf={({ year, attested, note }) => ({ year: Number(year), attested, note })}
      fields={[
        {
          ...{ name: 'year', label: text.year, kind: 'select' },
          options: years.map((year) => ({ value: year, label: year })),
        },
        { name: 'attested', label: text.attest, kind: 'check' },
        { name: 'note', label: text.note, optional: true },
      ]}
      cellsOf={({ detail }) => [detail['year'], detail['note']]}
    >
      <Missing register="noPayment" />
    </RegisterPanel>
  );
};

const Readings = () => {
  const { language } = useLanguage();
  const { aside } = usePunctuation();
  const text = useWords(registerWords);
  const book = useQuery(ruleBookQuery);
  const rules = book.data?.items ?? [];
  const nameOf = (rule: unknown): string => {
    const found = rules.find((named) => named.rule === rule);
    return found === undefined ? String(rule) : `${found.title}${aside(cited(found.article, language))}`;
  };
  return (
    <RegisterPanel
      register="interpretation"
      from={[book]}
      ofOffice
      heads={[text.rule, text.effectiveOn, text.reading]}
      fields={[
        {
          ...{ name: 'rule', label: text.rule, kind: 'select' },
          options: rules.map(({ rule, title, article }) => ({
            value: rule,
            label: `${title}${aside(cited(article, language))}`,
          })),
        },
        { name: 'effectiveOn', label: text.effectiveOn, kind: 'date' },
        { name: 'text', label: text.reading, kind: 'area' },
      ]}
      cellsOf={({ detail }) => [
        <div key="rule">
          {nameOf(detail['rule'])}
          {rules.some(({ rule, reading }) => rule === detail['rule'] && reading === detail['text']) && (
            <p className="quiet">{text.inForce}</p>
          )}
        </div>,
        detail['effectiveOn'],
        detail['text'],
      ]}
    />
  );
};

/** Press areas, workflows, attestations, what is not public, relays, bulletins and readings (Art.17, 20, 26, 27, 42, 46). */
export const OtherTab = () => (
  <>
    <BulletinPanel />
    <PressAreas />
    <WorkflowPanel />
    <Attestations />
    <NonPublicationPanel />
    <RelayPanel />
    <Readings />
  </>
);
