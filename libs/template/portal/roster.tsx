import type { ReactElement } from 'react';
import { page } from '../markup.js';
import { Breadcrumb, PortalFrame } from './frame.js';
import type { Site } from './site.js';

const portalRosterTemplate = 'portal-roster@3';
const section = {
  name: '新闻发言人名单',
  description: '全市新闻发言人及新闻助理',
  keywords: ['新闻发言人'],
  type: '负责人信息',
};

export const rosterPath = 'roster.html';
/** The same as a table. */
export const rosterTablePath = 'roster.csv';

export interface RosterLine {
  readonly post: string;
  readonly name: string;
  readonly title: string;
}

export interface PortalRosterProps {
  readonly site: Site;
  readonly year: number;
  /** `YYYY-MM-DD HH:MM`, Beijing time. */
  readonly publishedAt: string;
  readonly publisher: string;
  readonly organs: readonly { readonly organ: string; readonly lines: readonly RosterLine[] }[];
}

/** The city's spokespersons and press assistants as the public reads them, once a year (Art.9); stands at `roster.html`. */
export const portalRosterPage = ({
  site,
  year,
  publishedAt,
  publisher,
  organs,
}: PortalRosterProps): string => {
  const title = `${year}年全市新闻发言人及新闻助理名单`;
  return page(
    <PortalFrame
      site={site}
      template={portalRosterTemplate}
      title={title}
      toRoot="./"
      canonical={`${site.baseUrl}/${rosterPath}`}
      card={{ type: 'article', title, description: `${publisher}公布的${section.description}` }}
      section={section}
      tags={[
        ['ArticleTitle', title],
        ['PubDate', publishedAt],
        ['ContentSource', publisher],
      ]}
    >
      <Breadcrumb toRoot="./" />
      <article>
        <h1>{title}</h1>
        <p className="meta">
          {publisher}
          {'\u3000'}
          <time dateTime={publishedAt}>{publishedAt}</time>
          {'\u3000'}
          <a href={rosterTablePath}>下载表格（CSV）</a>
        </p>
        <div className="body">
          <div className="scroll" role="region" aria-label="名单" tabIndex={0}>
            <Lines organs={organs} />
          </div>
        </div>
      </article>
    </PortalFrame>,
  );
};

/** Stands there until a first list is published: no link of the home page is dead. */
export const portalNoRosterPage = (site: Site): string =>
  page(
    <PortalFrame
      site={site}
      template={portalRosterTemplate}
      title="全市新闻发言人名单"
      toRoot="./"
      noIndex
      section={section}
      tags={[]}
    >
      <Breadcrumb toRoot="./" />
      <h1>全市新闻发言人名单</h1>
      <div className="calm">
        <p>名单还没有公布。每年公布一次，公布后显示在这里。</p>
        <p lang="en">The list of spokespersons has not been published yet.</p>
      </div>
    </PortalFrame>,
  );

const Lines = ({ organs }: Pick<PortalRosterProps, 'organs'>): ReactElement => (
  <table>
    <thead>
      <tr>
        <th scope="col">机关</th>
        <th scope="col">岗位</th>
        <th scope="col">姓名</th>
        <th scope="col">职务</th>
      </tr>
    </thead>
    <tbody>
      {organs.flatMap(({ organ, lines }) =>
        lines.map(({ post, name, title }, index) => (
          <tr key={`${organ} ${post} ${name}`}>
            {index === 0 ? (
              <th scope="rowgroup" rowSpan={lines.length}>
                {organ}
              </th>
            ) : null}
            <td>{post}</td>
            <td>{name}</td>
            <td>{title}</td>
          </tr>
        )),
      )}
    </tbody>
  </table>
);
