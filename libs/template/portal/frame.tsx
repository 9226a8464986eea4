import { createHash } from 'node:crypto';
import type { ReactElement, ReactNode } from 'react';
import { PortalFooter, PortalHeader } from './frame-ends.js';
import { scriptPath } from './script.js';
import { sharePath, shareSize } from './share-picture.js';
import { alertIndexPath, columnFeeds, siteFeeds, type Column, type FeedPaths, type Site } from './site.js';
import { portalStyle } from './style.js';

/** Tags of a page: name and content, in the order of the official table. */
export type PageTags = readonly (readonly [name: string, content: string])[];

/** What a link to the page shows where it is shared. */
export interface ShareCard {
  readonly type: 'article' | 'website';
  readonly title: string;
  readonly description: string;
  /** Absolute; the site's own picture where the page has none. */
  readonly image?: string;
}

export type Section = Omit<Column, 'slug'>;

export interface FrameProps {
  readonly site: Site;
  /** `name@version` of the template, so that pages of an older one can be found. */
  readonly template: string;
  /** What the browser's tab shows before the site's name. */
  readonly title: string;
  /** From the page's folder to the site's root: `` or `../`. */
  readonly toRoot: string;
  /** The column that the page stands in. */
  readonly column?: Column;
  /** What the column tags say on a page that stands in no column. */
  readonly section?: Section;
  /** The feeds of what the page lists; the column's or the site's without it. */
  readonly feeds?: FeedPaths;
  readonly tags: PageTags;
  readonly canonical?: string;
  /** The page's text as a CAP message, from the page's folder. */
  readonly cap?: string;
  readonly card?: ShareCard;
  /** schema.org data. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Tombstones and missing pages must not be indexed. */
  readonly noIndex?: boolean;
  readonly children: ReactNode;
}

/** Site and column tags that every page carries (国办发〔2017〕47号 annex, CHANNELS.md D2). */
const commonTags = ({ site, column, section = column }: FrameProps): PageTags => [
  ['SiteName', site.name],
  ['SiteDomain', site.domain],
  ['SiteIDCode', site.idCode],
  ...(section ? columnTags(section) : []),
];

/** A city may leave description and keywords out, the annex may not: the name then says both. */
const columnTags = ({ name, description, keywords, type }: Section): PageTags => [
  ['ColumnName', name],
  ['ColumnDescription', description || name],
  ['ColumnKeywords', keywords.join(',') || name],
  ['ColumnType', type],
];

/** The page says by itself that it takes this style, the site's own script and nothing else: it is safe on any server. */
const policy = (style: string): string =>
  `default-src 'none'; img-src 'self'; script-src 'self'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'self'`;

const feedTypes = [
  ['rss', 'application/rss+xml', 'RSS'],
  ['atom', 'application/atom+xml', 'Atom'],
  ['json', 'application/feed+json', 'JSON Feed'],
] as const;

/** Head, header, navigation and footer around every page of the portal. */
export const PortalFrame = (props: FrameProps): ReactElement => {
  const { site, title, toRoot, column, tags, canonical, noIndex, children, template } = props;
  const style = portalStyle(site.accent);
  const feeds = props.feeds ?? (column ? columnFeeds(column) : siteFeeds);
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
        {feedTypes.map(([key, type, name]) => (
          <link
            key={key}
            rel="alternate"
            type={type}
            title={`${props.section?.name ?? column?.name ?? site.name} ${name}`}
            href={toRoot + feeds[key]}
          />
        ))}
        <link
          rel="alternate"
          type="application/atom+xml"
          title={`${site.name} 预警信息（CAP 1.2）`}
          href={toRoot + alertIndexPath}
        />
        {props.cap ? <link rel="alternate" type="application/cap+xml" href={props.cap} /> : null}
        <Card {...props} />
        <style dangerouslySetInnerHTML={{ __html: style }} />
        <script src={toRoot + scriptPath} defer />
        {props.data ? <Data data={props.data} /> : null}
      </head>
      <body>
        <input className="switch" type="checkbox" id="elder" aria-label="长者模式：大字、高对比" />
        <input className="switch" type="checkbox" id="contrast" aria-label="高对比度：黑底、白字、黄链接" />
        <input className="switch" type="checkbox" id="tone" aria-label="切换深色与浅色" />
        <div className="page" id="top">
          <a className="skip" href="#main">
            跳到正文
          </a>
          <PortalHeader
            site={site}
            toRoot={toRoot}
            current={column?.name}
            isHome={canonical === home(site)}
          />
          <main id="main" tabIndex={-1}>
            <div className="wrap">{children}</div>
          </main>
          <PortalFooter site={site} toRoot={toRoot} feed={toRoot + feeds.rss} />
        </div>
      </body>
    </html>
  );
};

const home = (site: Site): string => `${site.baseUrl}/index.html`;

/** OpenGraph: what WeChat, Weibo and others show of a shared link. */
const Card = ({ site, card, canonical }: FrameProps): ReactElement | null =>
  card && canonical ? (
    <>
      <meta property="og:type" content={card.type} />
      <meta property="og:site_name" content={site.name} />
      <meta property="og:locale" content="zh_CN" />
      <meta property="og:url" content={canonical} />
      <meta property="og:title" content={card.title} />
      <meta property="og:description" content={card.description} />
      <meta property="og:image" content={card.image ?? `${site.baseUrl}/${sharePath}`} />
      {card.image ? null : (
        <>
          <meta property="og:image:width" content={String(shareSize)} />
          <meta property="og:image:height" content={String(shareSize)} />
        </>
      )}
      <meta name="twitter:card" content={card.image ? 'summary_large_image' : 'summary'} />
    </>
  ) : null;

/** A block of data, which no browser runs; `<` is written so that no text can end it. */
const Data = ({ data }: { data: Readonly<Record<string, unknown>> }): ReactElement => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{ __html: JSON.stringify(data).replaceAll('<', '\\u003c') }}
  />
);

/** Where the reader is; the page itself is not a link. */
export const Breadcrumb = ({
  toRoot,
  path = [],
}: {
  toRoot: string;
  /** From below the home page down to the page's parent. */
  path?: readonly { readonly name: string; readonly path: string }[];
}): ReactElement => (
  <nav className="crumb" aria-label="当前位置">
    <ol>
      {[{ name: '首页', path: 'index.html' }, ...path].map((step, index) => (
        <li key={step.path}>
          {index === 0 ? '当前位置：' : null}
          <a href={toRoot + step.path}>{step.name}</a>
        </li>
      ))}
    </ol>
  </nav>
);
