import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { DeliveryView } from '../../api/contract.js';
import { attemptsQuery } from '../../api/questions.js';
import { useLanguage, useWords } from '../../language/language.js';
import { Failure } from '../../parts/answer.js';
import { cityTime } from '../../parts/city-time.js';
import { Loading } from '../../parts/loading.js';
import { AttemptEntry } from './attempt-entry.js';
import { attemptWords } from './attempt-words.js';
import { ReadBackNote } from './read-back-note.js';

/** What the public found last, and when it is looked at again: the newest thing that is known of it. */
const ReadBackEntry = ({ delivery: { readBack } }: { delivery: DeliveryView }) => {
  const text = useWords(attemptWords);
  const { language } = useLanguage();
  if (readBack === null) return null;
  return (
    <li>
      {readBack.lookedAt !== null && (
        <time dateTime={readBack.lookedAt}>{cityTime(readBack.lookedAt, language)}</time>
      )}
      <p>
        <strong>{text.readBack}</strong>
        {readBack.lookedAt === null && ` ${text.notLooked}`}
      </p>
      <ReadBackNote readBack={readBack} />
      <p>{text.nextLook(cityTime(readBack.nextAt, language))}</p>
    </li>
  );
};

const Steps = ({ delivery, name }: Pick<TimelineProps, 'delivery' | 'name'>) => {
  const text = useWords(attemptWords);
  const steps = useInfiniteQuery(attemptsQuery(delivery.releaseId, delivery.id));
  if (steps.isError && steps.data === undefined) return <Failure of={steps} />;
  if (steps.data === undefined) return <Loading rows={2} />;
  const items = steps.data.pages.flatMap((page) => page.items);
  return (
    <>
      {items.length === 0 && <p className="quiet">{text.none}</p>}
      <ol className="timeline" aria-label={text.of(name)}>
        <ReadBackEntry delivery={delivery} />
        {items.map((step) => (
          <AttemptEntry key={step.id} step={step} delivery={delivery} />
        ))}
      </ol>
      {steps.hasNextPage && (
        <Button
          type="link"
          size="small"
          loading={steps.isFetchingNextPage}
          onClick={() => void steps.fetchNextPage()}
        >
          {text.earlier}
        </Button>
      )}
    </>
  );
};

interface TimelineProps {
  readonly delivery: DeliveryView;
  /** How the reader knows it: the channel, or the medium's address. */
  readonly name: string;
  /** A person is needed: what led to it is shown at once. */
  readonly opened?: boolean;
}

/** Every try, look and deed of one delivery, the newest first; asked for when somebody opens it. */
export const AttemptTimeline = ({ delivery, name, opened = false }: TimelineProps) => {
  const text = useWords(attemptWords);
  const [chosen, choose] = useState<boolean | null>(null);
  // A row may come to need a person while somebody looks on; it stays open when it is settled, until they close it.
  if (opened && chosen === null) choose(true);
  const open = chosen ?? opened;
  return (
    <details
      className="attempts"
      open={open}
      onToggle={({ currentTarget }) => currentTarget.open !== open && choose(currentTarget.open)}
    >
      <summary>{text.open(delivery.attempts)}</summary>
      {open && <Steps delivery={delivery} name={name} />}
    </details>
  );
};
