import { Button, Input, Pagination } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { AnswerView } from '../../api/press-contract.js';
import { answersQuery } from '../../api/press-questions.js';
import type { AddressFilters } from '../../app/address-filters.js';
import { useLanguage, useWords } from '../../language/language.js';
import { pressWords } from '../../language/press-words.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { StateTag } from '../../parts/state-tag.js';
import { DutyTabs } from '../matters/duty-tabs.js';
import { AnswerDialog } from './answer-dialog.js';
import { DepartureList } from './departure-list.js';
import { words } from './words.js';

const route = getRouteApi('/media-answers');
const pageSize = 20;

const Card = ({ answer }: { answer: AnswerView }) => {
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
          {lines.map(({ words: said, version }) => `${said}（${text.versionOf(version)}）`).join('；')}
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
  const change = (next: AddressFilters): void => {
    void navigate({ to: '/media-answers', search: { ...filters, page: undefined, ...next } });
  };
  return (
    <Page
      title={text.title}
      lead={list.data === undefined ? ' ' : text.lead(list.data.total)}
      actions={
        <Button type="primary" onClick={() => setLogging(true)}>
          {text.log}
        </Button>
      }
    >
      <DutyTabs />
      <Input.Search
        className="matter-search"
        allowClear
        placeholder={text.search}
        aria-label={text.search}
        defaultValue={filters['q'] ?? ''}
        onSearch={(q) => change({ q: q.trim() === '' ? undefined : q.trim() })}
      />
      <Answer of={list}>
        {({ items, total, page }) =>
          items.length === 0 ? (
            <EmptyNote sentence={text.empty} />
          ) : (
            <>
              <ul className="cards">
                {items.map((answer) => (
                  <Card key={answer.id} answer={answer} />
                ))}
              </ul>
              <Pagination
                className="pages"
                aria-label={text.pages}
                current={page}
                total={total}
                pageSize={pageSize}
                showSizeChanger={false}
                hideOnSinglePage
                onChange={(next) => change({ page: String(next) })}
              />
            </>
          )
        }
      </Answer>
      {logging && <AnswerDialog onClose={() => setLogging(false)} />}
    </Page>
  );
};
