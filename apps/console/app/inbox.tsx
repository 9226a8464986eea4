import { BellOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { notificationsQuery } from '../api/questions.js';
import { useWords } from '../language/language.js';
import { noticesShown } from './notice-text.js';
import { words } from './words.js';

/** Its list comes with the first look at it: no page waits for what it may never show. */
const InboxDrawer = lazy(async () => ({ default: (await import('./inbox-drawer.js')).InboxDrawer }));

/** What the house told the reader, on every page: notices are mailed too, but mail may be late or lost. */
export const Inbox = () => {
  const text = useWords(words);
  const [open, setOpen] = useState(false);
  const [asked, setAsked] = useState(false);
  const unread = useQuery(notificationsQuery(noticesShown)).data?.unread ?? 0;
  const name = unread === 0 ? text.inbox : text.inboxUnread(unread);
  return (
    <>
      <span className="inbox-bell">
        <Button
          type="text"
          className="account"
          icon={<BellOutlined aria-hidden />}
          aria-label={name}
          title={name}
          onClick={() => {
            setAsked(true);
            setOpen(true);
          }}
        />
        {unread > 0 && (
          <span className="nav-count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </span>
      {asked && (
        <Suspense fallback={null}>
          <InboxDrawer open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
};
