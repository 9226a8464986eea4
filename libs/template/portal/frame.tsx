import { createHash } from 'node:crypto';
import type { ReactElement, ReactNode } from 'react';
import { columnFeedPath, columnPath, type Column, type Site } from './site.js';
import { portalStyle } from './style.js';

/** Tags of a page: name and content, in the order of the official table. */
export type PageTags = readonly (readonly [name: string, content: string])[];

export interface FrameProps {
  readonly site: Site;
  /** `name@version` of the template, so that pages of an older one can be found. */
  readonly template: string;
  /** What the browser's tab shows before the site's name. */
  readonly title: string;
  /** From the page's folder to the site's root: `` or `../`. */
  readonly toRoot: string;
  readonly column?: Column;
  readonly tags: PageTags;
  readonly canonical?: string;
  /** Tombstones and missing pages must not be indexed. */
  readonly noIndex?: boolean;
  readonly children: ReactNode;
}

/** Site and column tags that every page carries (国办发〔2017〕47号 annex, CHANNELS.md D2). */
const commonTags = ({ site, column }: FrameProps): PageTags => [
  ['SiteName', site.name],
  ['SiteDomain', site.domain],
  ['SiteIDCode', site.idCode],
  ...(column
    ? ([
        ['ColumnName', column.name],
        ['ColumnDescription', column.description],
        ['ColumnKeywords', column.keywords.join(',')],
        ['ColumnType', column.type],
      ] as const)
    : []),
];

/** The page says by itself that it holds no scripts and only this style: it is safe on any server. */
const policy = (style: string): string =>
  `default-src 'none'; img-src 'self'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** Head, header, navigation and footer around every page of the portal. */
export const PortalFrame = (props: FrameProps): ReactElement => {
  const { site, title, toRoot, column, tags, canonical, noIndex, children, template } = props;
  const style = portalStyle(site.accent);
  const feed = column ? `${toRoot}${columnFeedPath(column)}` : `${toRoot}feed.xml`;
  return (
    <html lang="zh-CN">
      <head>
        <meta charSet="utf-8" />
        <meta httpEquiv="Content-Security-Policy" content={policy(style)} />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{title === site.name ? title : `${title} - ${site.name}`}</title>
        {[...commonTags(props), ...tags].map(([name, content]) => (
          <meta key={name} name={name} content={content} />
        ))}
        <meta name="generator" content={`Koujing ${template}`} />
        {noIndex ? <meta name="robots" content="noindex" /> : null}
        {canonical ? <link rel="canonical" href={canonical} /> : null}
        <link
          rel="alternate"
          type="application/rss+xml"
          title={`${column?.name ?? site.name} RSS`}
          href={feed}
        />
        <style dangerouslySetInnerHTML={{ __html: style }} />
      </head>
      <body>
        <input className="switch" type="checkbox" id="elder" aria-label="长者模式：大字、高对比" />
        <input className="switch" type="checkbox" id="contrast" aria-label="高对比度" />
        <div className="page" id="top">
          <a className="skip" href="#main">
            跳到正文
          </a>
          <Header site={site} toRoot={toRoot} current={column?.name} feed={feed} />
          <main id="main" tabIndex={-1}>
            <div className="wrap">{children}</div>
          </main>
          <Footer site={site} toRoot={toRoot} />
        </div>
      </body>
    </html>
  );
};

const Header = (props: { site: Site; toRoot: string; current: string | undefined; feed: string }) => (
  <header>
    <div className="tools">
      <div className="wrap">
        <label htmlFor="elder">长者模式</label>
        <label htmlFor="contrast">高对比度</label>
        <a href={props.feed}>订阅 RSS</a>
      </div>
    </div>
    <div className="mast wrap">
      <a href={`${props.toRoot}index.html`}>{props.site.name}</a>
      <p>{props.site.domain}</p>
    </div>
    <nav className="nav" aria-label="栏目">
      <div className="wrap">
        <ul>
          <li>
            <a
              href={`${props.toRoot}index.html`}
              {...(props.toRoot === '' ? { 'aria-current': 'page' as const } : {})}
            >
              首页
            </a>
          </li>
          {props.site.columns.map((column) => (
            <li key={column.slug}>
              <a
                href={`${props.toRoot}${columnPath(column)}`}
                {...(column.name === props.current ? { 'aria-current': 'page' as const } : {})}
              >
                {column.name}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </nav>
  </header>
);

/** The identifiers that a government site shows on every page (CHANNELS.md D3); what is not configured is left out. */
const Footer = ({ site, toRoot }: { site: Site; toRoot: string }) => {
  const lines = [
    ['主办单位', site.host],
    ['联系方式', site.contact],
    ['政府网站标识码', site.idCode],
    ['ICP 备案', site.icp],
    ['公安备案', site.policeRecord],
  ].filter(([, value]) => value !== '');
  return (
    <footer>
      <div className="wrap">
        <nav aria-label="站点">
          <a href={`${toRoot}index.html`}>首页</a>
          <a href={`${toRoot}feed.xml`}>订阅 RSS</a>
          <a href="#top">返回顶部</a>
        </nav>
        <dl>
          {lines.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      </div>
    </footer>
  );
};

/** Where the reader is; the page itself is not a link. */
export const Breadcrumb = ({ toRoot, column }: { toRoot: string; column?: Column }): ReactElement => (
  <nav className="crumb" aria-label="当前位置">
    <ol>
      <li>
        当前位置：<a href={`${toRoot}index.html`}>首页</a>
      </li>
      {column ? (
        <li>
          <a href={`${toRoot}${columnPath(column)}`}>{column.name}</a>
        </li>
      ) : null}
    </ol>
  </nav>
);
