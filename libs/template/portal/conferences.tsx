import type { ReactElement } from 'react';
import { page } from '../markup.js';
import { Breadcrumb, PortalFrame } from './frame.js';
import type { Site } from './site.js';

const template = 'portal-conferences@3';
const title = '新闻发布会公告';
const section = {
  name: title,
  description: '经批准的新闻发布会及其文号',
  keywords: ['新闻发布会'],
  type: '工作动态',
};

export const conferencesPath = 'conferences.html';

export interface NoticeLine {
  readonly number: string;
  readonly status: 'approved' | 'held' | 'changed' | 'voided' | 'cancelled';
  readonly theme: string;
  readonly name: string;
  readonly host: string;
  /** `YYYY-MM-DD HH:MM`, Beijing time; so are the others. */
  readonly startsAt: string;
  readonly place: string;
  readonly approvedAt: string;
  readonly voidedAt: string | null;
  readonly changed: readonly ('time' | 'place' | 'content')[];
  readonly successor: string | null;
}

const statuses: Readonly<Record<NoticeLine['status'], string>> = {
  approved: '经批准',
  held: '经批准，已举行',
  changed: '有变更，此文号作废',
  voided: '此文号作废',
  cancelled: '已取消',
};
const facts = { time: '时间', place: '地点', content: '内容' } as const;

/** Which conferences were approved, under which number: what media may rely on (Art.40). Stands at `conferences.html`. */
export const portalConferencesPage = (site: Site, notices: readonly NoticeLine[]): string => {
  const pubDate = lastChange(notices);
  return page(
    <PortalFrame
      site={site}
      template={template}
      title={title}
      toRoot="./"
      canonical={`${site.baseUrl}/${conferencesPath}`}
      card={{ type: 'article', title, description: section.description }}
      section={section}
      tags={[
        ['ArticleTitle', title],
        ['PubDate', pubDate],
        ['ContentSource', site.host],
      ]}
    >
      <Breadcrumb toRoot="./" />
      <article>
        <h1>{title}</h1>
        <p className="meta">
          {site.host}
          {'\u3000'}
          更新于 <time dateTime={pubDate}>{pubDate}</time>
        </p>
        <p className="meta">
          以文号核验：本页列有的文号为经批准的新闻发布会；标明作废或取消的，以及本页没有的，不得据以报道。
        </p>
        <div className="body">
          {notices.map((notice) => (
            <Notice key={notice.number} notice={notice} />
          ))}
        </div>
      </article>
    </PortalFrame>,
  );
};

/** When the page said something new last: the newest approval, or the end of one. */
const lastChange = (notices: readonly NoticeLine[]): string =>
  notices
    .flatMap(({ approvedAt, voidedAt }) => (voidedAt === null ? [approvedAt] : [approvedAt, voidedAt]))
    .reduce((last, at) => (at > last ? at : last), '');

/** Stands there until a first conference is approved: no link of the home page is dead. */
export const portalNoConferencesPage = (site: Site): string =>
  page(
    <PortalFrame
      site={site}
      template={template}
      title={title}
      toRoot="./"
      noIndex
      section={section}
      tags={[]}
    >
      <Breadcrumb toRoot="./" />
      <h1>{title}</h1>
      <div className="calm">
        <p>目前没有经批准的新闻发布会。批准后显示在这里。</p>
        <p lang="en">No press conference has been approved yet.</p>
      </div>
    </PortalFrame>,
  );

const Notice = ({ notice }: { notice: NoticeLine }): ReactElement => (
  <section id={notice.number}>
    <h2>{notice.theme}</h2>
    <table>
      <tbody>
        <Row name="文号" value={notice.number} />
        <Row name="状态" value={statusOf(notice)} />
        <Row name="名义" value={notice.name} />
        <Row name="主持" value={notice.host} />
        <Row name="时间" value={notice.startsAt} />
        <Row name="地点" value={notice.place} />
        <Row name="批准" value={notice.approvedAt} />
      </tbody>
    </table>
  </section>
);

const Row = ({ name, value }: { name: string; value: string }): ReactElement | null =>
  value === '' ? null : (
    <tr>
      <th scope="row">{name}</th>
      <td>{value}</td>
    </tr>
  );

const statusOf = ({ status, changed, voidedAt, successor }: NoticeLine): string => {
  const what = changed.map((fact) => facts[fact]).join('、');
  return [
    statuses[status],
    ...(status === 'changed' ? [`${what}有变更，须重新报批`] : []),
    ...(successor === null ? [] : [`已重新批准，新文号：${successor}`]),
    ...(voidedAt === null ? [] : [`自 ${voidedAt} 起`]),
  ].join('；');
};
