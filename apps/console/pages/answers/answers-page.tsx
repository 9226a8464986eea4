import { Button } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerView } from '../../api/press-contract.js';
import { answersQuery } from '../../api/press-questions.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { useLanguage, useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { cityTime } from '../../parts/city-time.js';
import { DutyListPage } from '../../parts/duty-list-page.js';
import { StateTag } from '../../parts/state-tag.js';
import { usePunctuation } from '../../parts/use-punctuation.js';
import { AnswerDialog } from './answer-dialog.js';
import { DepartureList } from './departure-list.js';
import { words } from './words.js';

const route = getRouteApi('/media-answers');
const pageSize = 20;

const Card = ({ answer }: { answer: AnswerView }) => {
  const { aside, sentences } = usePunctuation();
  const text = useWords(words);
  const { answerForms } = useWords(pressWords);
  const { language } = useLanguage();
  const { outlet, reporter, matter, lines, departures, organ } = answer;
  const head = [
    organ.shortName,
    answerForms[answer.form],
    cityTime(answer.answeredAt, language),
    answer.answeredBy,
    reporter === null ? outlet.name : `${outlet.name} ${reporter.name}`,
  ];
  return (
    <li className="card">
      <strong>{answer.subject}</strong>
      <p className="quiet">{head.join(' · ')}</p>
      <p>
        <b>{text.asked}</b> {answer.question}
      </p>
      <p>
        <b>{text.said}</b> {answer.answer}
      </p>
      {matter !== null && (
        <p>
          <Link to="/matters/$id" params={{ id: matter.id }}>
            {matter.title}
          </Link>
        </p>
      )}
      {lines.length > 0 && (
        <p className="quiet">
          {text.linesUsed}{' '}
          {sentences(lines.map(({ words: said, version }) => `${said}${aside(text.versionOf(version))}`))}
        </p>
      )}
      {departures.length > 0 && (
        <div>
          <StateTag tone="warning">{text.departs}</StateTag>
          <DepartureList departures={departures} />
          <p>
            {text.departureReason} {answer.departureReason}
          </p>
        </div>
      )}
      <small className="quiet">
        {text.loggedBy(answer.loggedBy.name, cityTime(answer.loggedAt, language))}
      </small>
    </li>
  );
};

export const AnswersPage = () => {
  const text = useWords(words);
  const navigate = useNavigate();
  const filters = route.useSearch();
  const [logging, setLogging] = useState(false);
  const list = useQuery(answersQuery({ ...filters, pageSize }));
  const { title, search, empty } = text;
  const forms: AddressFilters = useWords(pressWords).answerForms;
  return (
    <>
      <DutyListPage
        {...{ title, search, empty, filters, list }}
        lead={({ total }) => text.lead(total)}
        narrowed={{ form: forms[filters['form'] ?? ''] }}
        onChange={(next) => void navigate({ to: '/media-answers', search: next })}
        actions={
          <Button type="primary" onClick={() => setLogging(true)}>
            {text.log}
          </Button>
        }
      >
        {(items) => (
          <ul className="cards">
            {items.map((answer) => (
              <Card key={answer.id} answer={answer} />
            ))}
          </ul>
        )}
      </DutyListPage>
      {logging && <AnswerDialog onClose={() => setLogging(false)} />}
    </>
  );
};
