import { serverDate, serverNow } from '../../api/server-clock.js';
import { useQuery } from '@tanstack/react-query';
import { registerQuery } from '../../api/register-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime, wallTime } from '../../parts/city-time.js';
import { useTitle } from '../../parts/use-duty.js';
import { reportedHalves } from '../../parts/periods.js';
import { RegisterPanel } from './register-panel.js';
import { registerWords } from './register-words.js';

const pageSize = 10;

/** Bulletins that are owed, and by when. */
const Owed = () => {
  const text = useWords(registerWords);
  const { language } = useLanguage();
  const titleOf = useTitle();
  const bulletins = useQuery(registerQuery('bulletin', { page: 1, pageSize }));
  const now = serverNow();
  return (
    <Answer of={bulletins} rows={0}>
      {({ owed }) =>
        owed.map(({ key, dueAt, sent, asked, ...of }) => (
          <p key={key} className={Date.parse(dueAt) < now ? undefined : 'quiet'}>
            {(Date.parse(dueAt) < now ? text.owedLate : text.owed)(titleOf(of), cityTime(dueAt, language))}
            {asked > 1 && ` ${text.sentOf(sent, asked)}`}
          </p>
        ))
      }
    </Answer>
  );
};

/** The half-yearly bulletin on the city's release work: what is owed, and what was sent (Art.42). */
export const BulletinPanel = () => {
  const text = useWords(registerWords);
  return (
    <RegisterPanel
      register="bulletin"
      ofOffice
      heads={[text.period, text.sentOn, text.documentNumber, text.note]}
      fields={[
        {
          ...{ name: 'period', label: text.period, kind: 'select' },
          options: reportedHalves(wallTime(serverDate()), 5).map((key) => ({
            value: key,
            label: text.periodName(key),
          })),
        },
        { name: 'issue', label: text.issue, help: text.issueHelp, kind: 'number', optional: true },
        { name: 'sentOn', label: text.sentOn, kind: 'date' },
        { name: 'documentNumber', label: text.documentNumber },
        { name: 'note', label: text.note, optional: true },
      ]}
      detailOf={({ issue, ...detail }) => ({ ...detail, ...(issue === '' ? {} : { issue: Number(issue) }) })}
      cellsOf={({ detail }) => [
        <span key="period">
          <strong>{text.periodName(String(detail['period']))}</strong>
          {detail['issue'] !== undefined && ` ${text.issueName(Number(detail['issue']))}`}
        </span>,
        detail['sentOn'],
        detail['documentNumber'],
        detail['note'],
      ]}
    >
      <Owed />
    </RegisterPanel>
  );
};
