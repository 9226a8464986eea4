import type { ReactElement } from 'react';
import { Tag, whenLine, type NewsroomEntry } from './entry.js';
import { newsroomPage, type NewsroomFrame } from './frame.js';

export interface NewsroomTopic {
  readonly id: string;
  readonly name: string;
  /** Address of its feed. */
  readonly feed: string;
  /** Who of the outlet is on it; addresses shown in part, for a page may be seen by others. */
  readonly members: readonly { readonly id: string; readonly name: string; readonly address: string }[];
}

export interface NewsroomConference {
  readonly number: string;
  readonly theme: string;
  readonly name: string;
  readonly host: string;
  readonly startsAt: string;
  readonly place: string;
  readonly isCancelled: boolean;
  /** Reporters of the outlet who are registered, with how it stands: `张三（已登记）`. */
  readonly registered: readonly string[];
}

export interface NewsroomListProps {
  readonly outlet: NonNullable<NewsroomFrame['outlet']>;
  readonly entries: readonly (NewsroomEntry & { readonly address: string | null })[];
  readonly topics: readonly NewsroomTopic[];
  readonly conferences: readonly NewsroomConference[];
  /** Where an address leaves a list. */
  readonly leaveAddress: string;
  readonly newer: string | null;
  readonly older: string | null;
}

/** What an outlet finds behind its link. */
export const newsroomListPage = (props: NewsroomListProps): string =>
  newsroomPage({
    title: `媒体专页 · ${props.outlet.name}`,
    outlet: props.outlet,
    children: (
      <>
        <h1>稿件</h1>
        <p className="en" lang="en">
          Releases sent to you, newest first
        </p>
        <Entries {...props} />
        <Conferences {...props} />
        <Topics {...props} />
      </>
    ),
  });

const Entries = ({ entries, newer, older }: NewsroomListProps): ReactElement => (
  <>
    {entries.length === 0 ? (
      <p className="calm">还没有发给贵单位的稿件。 Nothing has been sent to you yet.</p>
    ) : (
      <ul className="entries">
        {entries.map(({ title, organ, number, standing, address }) => (
          <li key={number}>
            <Tag standing={standing} />
            {address === null ? <span>{title}</span> : <a href={address}>{title}</a>}
            <p className="meta">
              {[organ, number, whenLine(standing)].filter((part) => part !== '').join(' · ')}
            </p>
          </li>
        ))}
      </ul>
    )}
    {newer === null && older === null ? null : (
      <nav className="steps" aria-label="翻页">
        {newer === null ? <span /> : <a href={newer}>较新 Newer</a>}
        {older === null ? <span /> : <a href={older}>较早 Older</a>}
      </nav>
    )}
  </>
);

const Conferences = ({ conferences }: NewsroomListProps): ReactElement | null =>
  conferences.length === 0 ? null : (
    <>
      <h2>新闻发布会 Press conferences</h2>
      <ul className="entries">
        {conferences.map((one) => (
          <li key={one.number}>
            {one.isCancelled ? <span className="tag">已取消 Cancelled</span> : null}
            <strong>{one.theme}</strong>
            <p>
              {one.startsAt}（北京时间），{one.place}；{one.name}，主持：{one.host}
            </p>
            <p className="meta">批准文号 {one.number}：未经批准的发布会不得报道（第四十条）</p>
            <p className="meta">
              {one.registered.length === 0
                ? '贵单位还没有人登记采访。 Nobody of yours is registered.'
                : `贵单位已登记：${one.registered.join('、')}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );

const Topics = ({ topics, leaveAddress }: NewsroomListProps): ReactElement => (
  <>
    <h2>订阅与邮件名单 Feeds and mailing lists</h2>
    <p>
      每份名单一个 RSS，只含已经公布的稿件；限时禁发的稿件不进 RSS，只在本页。
      <span className="en" lang="en">
        {' '}
        One feed per list, of what is public; embargoed releases are on this page alone.
      </span>
    </p>
    {topics.length === 0 ? <p className="calm">贵单位不在任何邮件名单上。 You are on no list.</p> : null}
    <ul className="entries">
      {topics.map((topic) => (
        <li key={topic.id}>
          <strong>{topic.name}</strong> <a href={topic.feed}>RSS：{topic.name}</a>
          {topic.members.map((member) => (
            <form key={member.id} method="post" action={leaveAddress} className="leave">
              <input type="hidden" name="list" value={topic.id} />
              <input type="hidden" name="reporter" value={member.id} />
              <span>
                {member.name} {member.address}
              </span>
              <button type="submit" aria-label={`退订 Unsubscribe：${topic.name}，${member.name}`}>
                退订 Unsubscribe
              </button>
            </form>
          ))}
        </li>
      ))}
    </ul>
  </>
);
