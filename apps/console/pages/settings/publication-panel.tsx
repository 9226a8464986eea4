import { Button, Popconfirm } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { publicationsQuery } from '../../api/register-questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { RefusalNotice } from '../../parts/refusal-notice.js';
import { StateTag } from '../../parts/state-tag.js';
import { useDeed } from '../../parts/use-deed.js';
import { words } from './words.js';

/** The list of the year: is it public, and what was published when (Art.9). */
export const PublicationPanel = () => {
  const text = useWords(words);
  const { language } = useLanguage();
  const published = useQuery(publicationsQuery);
  const publish = useDeed(() => undefined);
  return (
    <section className="panel">
      <Answer of={published} rows={2}>
        {({ items, thisYear, page, actions }) => (
          <>
            <div className="panel-head">
              <h2>{text.yearList(thisYear.year)}</h2>
              {actions.publish.reasons.length === 0 && (
                <Popconfirm
                  title={text.publishAsk}
                  okText={text.publish}
                  cancelText={text.cancel}
                  onConfirm={() => publish.mutate({ path: '/roster-publications', method: 'POST', body: {} })}
                >
                  <Button type={thisYear.done > 0 ? 'default' : 'primary'} loading={publish.isPending}>
                    {thisYear.done > 0 ? text.publishAgain : text.publish}
                  </Button>
                </Popconfirm>
              )}
            </div>
            {thisYear.done >= thisYear.asked ? (
              <StateTag tone="success">{text.publishedThisYear}</StateTag>
            ) : (
              <StateTag tone="warning">
                {thisYear.dueAt === null
                  ? text.notPublished
                  : text.publishBefore(cityTime(thisYear.dueAt, language))}
                {thisYear.asked > 1 && ` · ${text.doneOf(thisYear.done, thisYear.asked)}`}
              </StateTag>
            )}
            {publish.isError && <RefusalNotice error={publish.error} />}
            <ul className="line-list">
              {items.map((list) => (
                <li key={list.id}>
                  {text.listOf(list.year, list.organs, list.persons)} · {list.publishedBy} ·{' '}
                  {cityTime(list.publishedAt, language)} ·{' '}
                  <a href={`/api/roster-publications/${list.id}/csv`}>{text.csv}</a>
                  {list.pageWrittenAt === null ? (
                    <span className="quiet"> · {text.onItsWay}</span>
                  ) : (
                    list.id === items[0]?.id && (
                      <>
                        {' · '}
                        <a href={page} target="_blank" rel="noreferrer">
                          {text.publicPage}
                        </a>
                      </>
                    )
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Answer>
    </section>
  );
};
