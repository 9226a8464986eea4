import { useQuery } from '@tanstack/react-query';
import { Link, Navigate } from '@tanstack/react-router';
import { approvalsQuery } from '../../api/approval-questions.js';
import { useWords } from '../../language/language.js';
import { Answer } from '../../parts/answer.js';
import { EmptyNote } from '../../parts/empty-note.js';
import { Page } from '../../parts/page.js';
import { usePhone } from '../../parts/use-media.js';
import { QueueList } from './queue-list.js';
import { words } from './words.js';

/** The queue by itself, as a phone shows it; a desktop goes on to the first of it, with the list beside. */
export const ApprovalsPage = () => {
  const text = useWords(words);
  const phone = usePhone();
  const queue = useQuery(approvalsQuery);
  const first = queue.data?.items[0];
  if (!phone && first !== undefined && !queue.isFetching)
    return <Navigate to="/approvals/$id" params={{ id: first.release.id }} replace />;
  return (
    <Page title={text.title} lead={queue.data === undefined ? ' ' : text.lead(queue.data.total)}>
      <Answer of={queue}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyNote sentence={text.empty}>
              <Link to="/">{text.toToday}</Link>
            </EmptyNote>
          ) : (
            <QueueList items={items} at={null} />
          )
        }
      </Answer>
    </Page>
  );
};
