import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { tell } from '../api/client.js';
import type { NotificationView } from '../api/contract.js';
import { notificationsQuery } from '../api/questions.js';
import { useLanguage, useWords } from '../language/language.js';
import { Answer } from '../parts/answer.js';
import { cityTime } from '../parts/city-time.js';
import { RefusalNotice } from '../parts/refusal-notice.js';
import { StateTag } from '../parts/state-tag.js';
import { noticesShown, withoutAddresses } from './notice-text.js';
import { words } from './words.js';

/** The server allows no more in one question; what is older is in one's mail. */
const most = 200;

interface NoticeProps {
  readonly notice: NotificationView;
  readonly onOpen: () => void;
}

const Notice = ({ notice, onOpen }: NoticeProps) => {
  const text = useWords(words);
  const { language } = useLanguage();
  const { subject, readAt, state } = notice;
  const unread = readAt === null;
  return (
    <li className={unread ? 'notice notice-unread' : 'notice'}>
      {notice.link === '' ? (
        <strong>{subject}</strong>
      ) : (
        <Link to={notice.link} className="title-link" onClick={onOpen}>
          {subject}
        </Link>
      )}
      <p className="notice-text">{withoutAddresses(notice.text)}</p>
      <p className="quiet">
        <time dateTime={notice.createdAt}>{cityTime(notice.createdAt, language)}</time>
        {unread && <StateTag tone="info">{text.inboxNew}</StateTag>}
        {(state === 'failed' || state === 'unknown') && (
          <StateTag tone="warning">{text.inboxMail[state]}</StateTag>
        )}
      </p>
    </li>
  );
};

interface InboxDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** The notices themselves; it comes when somebody asks for it. */
export const InboxDrawer = ({ open, onClose }: InboxDrawerProps) => {
  const text = useWords(words);
  const client = useQueryClient();
  const [shown, setShown] = useState(noticesShown);
  const notices = useQuery(notificationsQuery(shown));
  const read = useMutation({
    mutationFn: ({ path, body }: { readonly path: string; readonly body: unknown }) =>
      tell(path, { method: 'POST', body }),
    onSettled: () => client.invalidateQueries({ queryKey: ['notifications'] }),
  });
  const unread = notices.data?.unread ?? 0;
  const newest = notices.data?.items[0];
  return (
    <Drawer
      open={open}
      title={text.inbox}
      size="min(480px, 100vw)"
      extra={
        <Button
          disabled={unread === 0 || newest === undefined}
          loading={read.isPending}
          onClick={() => read.mutate({ path: '/notifications/read', body: { until: newest?.createdAt } })}
        >
          {text.inboxReadAll}
        </Button>
      }
      onClose={onClose}
    >
      {read.isError && <RefusalNotice error={read.error} />}
      <Answer of={notices}>
        {({ items, total }) =>
          items.length === 0 ? (
            <p className="quiet">{text.inboxEmpty}</p>
          ) : (
            <>
              <ul className="notices">
                {items.map((notice) => (
                  <Notice
                    key={notice.id}
                    notice={notice}
                    onOpen={() => {
                      onClose();
                      if (notice.readAt === null)
                        read.mutate({ path: `/notifications/${notice.id}/read`, body: {} });
                    }}
                  />
                ))}
              </ul>
              {total > items.length && shown < most && (
                <Button block onClick={() => setShown(Math.min(most, shown + 3 * noticesShown))}>
                  {text.inboxMore}
                </Button>
              )}
            </>
          )
        }
      </Answer>
    </Drawer>
  );
};
